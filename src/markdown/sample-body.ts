/** For the tests of this folder: Markdown in, an opened body out. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { articleRenderer, commentRenderer, type MarkdownWords } from './processor.ts';
import type { PictureTag } from '#lib/picture.ts';
import type { ResolvePicture } from './rehype-finish.ts';

export const words: MarkdownWords = {
  footnotes: 'Notes',
  backToText: 'Back to the text',
  table: 'Table',
  taskDone: 'done',
  taskOpen: 'not done',
};

export const harbour: PictureTag = {
  src: '/pictures/harbour.svg',
  width: 640,
  height: 480,
  sources: [],
};

/** A body as a browser reads it. */
export class OpenBody {
  readonly html: string;
  readonly tree: Root;

  constructor(html: string) {
    this.html = html;
    this.tree = fromHtml(html, { fragment: true });
  }

  get text(): string {
    return toString(this.tree).trim();
  }

  all(selector: string): Element[] {
    return selectAll(selector, this.tree);
  }

  one(selector: string): Element {
    const found = select(selector, this.tree);
    if (!found) throw new Error(`There is no ${selector} in ${this.html}`);
    return found;
  }

  /** What each element that fits has under this name; undefined where it has nothing. */
  each(selector: string, property: string): unknown[] {
    return this.all(selector).map(({ properties }) => properties[property]);
  }

  texts(selector: string): string[] {
    return this.all(selector).map((element) => toString(element).trim());
  }
}

interface Circumstances {
  readonly siteUrl: string;
  readonly resolve: ResolvePicture;
}

const usual: Circumstances = {
  siteUrl: 'https://news.example/',
  resolve: () => Promise.resolve(harbour),
};

export async function article(
  markdown: string,
  circumstances: Partial<Circumstances> = {},
): Promise<OpenBody> {
  const { siteUrl, resolve } = { ...usual, ...circumstances };
  const render = articleRenderer({ siteUrl: new URL(siteUrl), words });
  return new OpenBody(await render(markdown, resolve));
}

export async function comment(
  markdown: string,
  circumstances: Partial<Circumstances> = {},
): Promise<OpenBody> {
  const { siteUrl } = { ...usual, ...circumstances };
  const render = commentRenderer({ siteUrl: new URL(siteUrl) });
  return new OpenBody(await render(markdown));
}
