/** What Markdown may become: the plugins and their order, for articles and for comments. */
import { unified } from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import { rehypeHeadings, rehypeLowerCaseSchemes, rehypeNoteIds } from './rehype-before-clean.ts';
import { articleSchema, commentSchema, notePrefix, rehypeClean } from './rehype-clean.ts';
import {
  rehypeDropFragments,
  rehypeLinks,
  rehypePictures,
  rehypeTables,
  rehypeTasks,
  rehypeUniqueIds,
  type ResolvePicture,
} from './rehype-finish.ts';

/** What Markdown says in the language of its edition. */
export interface MarkdownWords {
  readonly footnotes: string;
  readonly backToText: string;
  readonly table: string;
  readonly taskDone: string;
  readonly taskOpen: string;
}

export interface MarkdownOptions {
  readonly siteUrl: URL;
  readonly words: MarkdownWords;
}

// Highlighting would put style attributes or classes on code after it was cleaned.
const shared = { syntaxHighlight: false } as const;

// Astro adds its own raw-HTML step after ours: without one in front of the cleaner, tags that are
// allowed would vanish and the text of a script would stay.
const parseAndClean = [rehypeRaw, rehypeLowerCaseSchemes];

/** Articles and pages: GFM and the raw HTML that the allow-list keeps. Also Astro's own processor. */
export const articleProcessor = ({ siteUrl, words }: MarkdownOptions) =>
  unified({
    gfm: true,
    // Typographic characters are written by writers; guessing them costs six milliseconds an article.
    smartypants: false,
    remarkRehype: {
      clobberPrefix: notePrefix,
      footnoteLabel: words.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: (note: number, again: number) =>
        `${words.backToText} ${note + 1}${again > 1 ? `-${again}` : ''}`,
    },
    rehypePlugins: [
      ...parseAndClean,
      rehypeHeadings,
      rehypeNoteIds,
      [rehypeClean, articleSchema],
      rehypeUniqueIds,
      [rehypeLinks, { siteUrl, rel: ['external', 'noopener'] }],
      rehypePictures,
      [rehypeTables, { label: words.table }],
      [rehypeTasks, { done: words.taskDone, open: words.taskOpen }],
    ],
  });

const commentProcessor = ({ siteUrl }: Pick<MarkdownOptions, 'siteUrl'>) =>
  unified({
    gfm: false,
    smartypants: false,
    rehypePlugins: [
      ...parseAndClean,
      [rehypeClean, commentSchema],
      rehypeDropFragments,
      [rehypeLinks, { siteUrl, rel: ['external', 'nofollow', 'ugc', 'noopener'] }],
    ],
  });

/** Markdown in, clean HTML out. Without a finder, pictures are dropped. */
export type RenderMarkdown = (markdown: string, resolvePicture?: ResolvePicture) => Promise<string>;

async function renderer(processor: ReturnType<typeof unified>): Promise<RenderMarkdown> {
  const { render } = await processor.createRenderer(shared);
  return async (markdown, resolvePicture) => {
    // No fileURL: it would make Astro collect pictures and put its placeholders in their place.
    // `frontmatter` is the one thing that reaches plugins per document.
    const { code } = await render(markdown, { frontmatter: { resolvePicture } });
    return code;
  };
}

export const articleRenderer = (options: MarkdownOptions): Promise<RenderMarkdown> =>
  renderer(articleProcessor(options));

export const commentRenderer = (
  options: Pick<MarkdownOptions, 'siteUrl'>,
): Promise<RenderMarkdown> => renderer(commentProcessor(options));
