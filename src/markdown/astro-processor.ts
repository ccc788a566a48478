/** The same gate for any Markdown that Astro itself should meet. */
import { type RehypePlugins, unified as astroProcessor } from '@astrojs/markdown-remark';
import { articleSteps, type MarkdownOptions, noteOptions } from './processor.ts';
import { remarkMailLinks } from './remark-mail-links.ts';

export function astroMarkdown(options: MarkdownOptions) {
  const { clean, finish } = articleSteps(options);
  return astroProcessor({
    gfm: true,
    smartypants: false,
    remarkPlugins: [remarkMailLinks],
    remarkRehype: { ...noteOptions(options.words) },
    rehypePlugins: [...clean, ...finish] as RehypePlugins,
  });
}
