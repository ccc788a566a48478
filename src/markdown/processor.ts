/** What Markdown may become: the plugins and their order, for articles and for comments. */
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import { rehypeBareLinks } from './rehype-bare-links.ts';
import { remarkMailLinks } from './remark-mail-links.ts';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options as RehypeOptions } from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { VFile } from 'vfile';
import {
  rehypeDirection,
  rehypeHeadings,
  rehypeNoteIds,
  rehypePlainAddresses,
} from './rehype-before-clean.ts';
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
import { rehypeCodeStart, rehypePreStart } from './rehype-first-lines.ts';

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

/** Is shown the cleaned tree, with addresses as they were written and places in the Markdown. */
export type InspectBody = (tree: Root) => void;

/** Markdown in, clean HTML out. Without a finder, pictures are dropped. */
export type RenderMarkdown = (
  markdown: string,
  resolvePicture?: ResolvePicture,
  inspect?: InspectBody,
) => Promise<string>;

const rehypeInspect = () => (tree: Root, file: VFile) => {
  (file.data['inspect'] as InspectBody | undefined)?.(tree);
};

/** First of all, raw HTML becomes nodes: what is text to the cleaner would be live in the page. */
const parseHtml: PluggableList = [
  rehypeCodeStart,
  rehypeRaw,
  rehypePlainAddresses,
  rehypeBareLinks,
  rehypeDirection,
];

/** What makes a body clean, and what is trusted after that. */
interface Steps {
  readonly clean: PluggableList;
  readonly finish: PluggableList;
}

export const articleSteps = ({ siteUrl, words }: MarkdownOptions): Steps => ({
  clean: [
    ...parseHtml,
    rehypeHeadings,
    rehypeNoteIds,
    [rehypeClean, articleSchema],
    rehypeUniqueIds,
    rehypeInspect,
  ],
  finish: [
    [rehypeLinks, { siteUrl, rel: ['external', 'noopener'] }],
    rehypePictures,
    rehypePreStart,
    [rehypeTables, { label: words.table }],
    [rehypeTasks, { done: words.taskDone, open: words.taskOpen }],
  ],
});

const commentSteps = ({ siteUrl }: Pick<MarkdownOptions, 'siteUrl'>): Steps => ({
  clean: [...parseHtml, [rehypeClean, commentSchema]],
  finish: [
    rehypeDropFragments,
    rehypePreStart,
    [rehypeLinks, { siteUrl, rel: ['external', 'nofollow', 'ugc', 'noopener'] }],
  ],
});

export const noteOptions = (words: MarkdownWords): RehypeOptions => ({
  clobberPrefix: notePrefix,
  footnoteLabel: words.footnotes,
  footnoteLabelProperties: {},
  footnoteBackLabel: (note, again) =>
    `${words.backToText} ${note + 1}${again > 1 ? `-${again}` : ''}`,
});

/** Runs the reading of a text, which waits for nothing; whoever reads a stranger's can limit its time. */
export type RunWork = <T>(work: () => T, markdown: string) => T;

const atOnce: RunWork = (work) => work();

function renderer(
  remarkPlugins: PluggableList,
  options: RehypeOptions,
  { clean, finish }: Steps,
  run: RunWork,
): RenderMarkdown {
  const cleaner = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkRehype, { ...options, allowDangerousHtml: true })
    .use(clean)
    .freeze();
  const finisher = unified().use(finish).use(rehypeStringify).freeze();
  return async (markdown, resolvePicture, inspect) => {
    const file = new VFile({ value: markdown, data: { resolvePicture, inspect } });
    const cleaned = run(() => cleaner.runSync(cleaner.parse(file), file), markdown);
    return finisher.stringify((await finisher.run(cleaned, file)) as Root, file);
  };
}

/** Articles and pages: GFM and the raw HTML that the allow-list keeps. */
export const articleRenderer = (options: MarkdownOptions, run = atOnce): RenderMarkdown =>
  renderer([remarkGfm, remarkMailLinks], noteOptions(options.words), articleSteps(options), run);

/** Comments: CommonMark, cleaned more narrowly. */
export const commentRenderer = (
  options: Pick<MarkdownOptions, 'siteUrl'>,
  run = atOnce,
): RenderMarkdown => renderer([], {}, commentSteps(options), run);
