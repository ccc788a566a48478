/** Stories as they leave the site: taken off their pages, without what only works there. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { absolute, homePath } from '#lib/urls.ts';
import type { Edition } from '#site.ts';

export interface StoryPage {
  readonly slug: string;
  readonly publishedAt: Date;
  readonly html: string;
}

export interface CarriedStory {
  readonly slug: string;
  readonly title: string;
  readonly article: Element;
}

/** Text beside pictures' words, or the pictures themselves. */
export type Form = 'text' | 'full';

/** Every page stands below `articles`; those of former addresses have no time of publication. */
const publication = /\bclass="dt-published" datetime="([^"]+)"/;

/** The story pages of an edition in a built site, newest first. */
export async function readStoryPages(
  site: string,
  { folder }: Pick<Edition, 'folder'>,
  form: Form,
): Promise<StoryPage[]> {
  const place = join(site, folder, ...(form === 'text' ? ['text'] : []), 'articles');
  const pages: StoryPage[] = [];
  for (const entry of await readdir(place, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const html = await readFile(join(place, entry.name, 'index.html'), 'utf8');
    const [, at] = publication.exec(html) ?? [];
    if (at !== undefined) pages.push({ slug: entry.name, publishedAt: new Date(at), html });
  }
  return pages.sort(
    (a, b) => Number(b.publishedAt) - Number(a.publishedAt) || (a.slug < b.slug ? -1 : 1),
  );
}

/** What needs a script, a form or the rest of the site. */
const onlyThere =
  'script, style, button, form, nav, source, [hidden], [role=status], [aria-labelledby=share], .post-comment';

/** The story of a page: its article, and its comments where there are any. */
export function carriedStory({ slug, html }: StoryPage): CarriedStory {
  const page = fromHtml(html);
  const article = select('main article', page);
  if (!article) throw new Error(`The page of ${slug} has no article.`);
  const comments = select('main section.comments:has(li)', page);
  if (comments) article.children.push(comments);
  strip(article);
  const title = select('h1', article);
  return { slug, title: title ? toString(title) : slug, article };
}

function strip(article: Element): void {
  visit(article, 'element', (node, index, parent) => {
    if (parent && index !== undefined && matches(onlyThere, node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    node.properties = Object.fromEntries(
      Object.entries(node.properties).filter(([name]) => !isOfThePage.test(name)),
    );
    // A picture comes in one size, and is there.
    if (node.tagName === 'picture') node.tagName = 'span';
    return undefined;
  });
}

/** Microformats stay, for they are classes; what scripts and loading need goes. */
const isOfThePage = /^(?:data[A-Z].*|srcSet|sizes|loading|decoding|fetchPriority|tabIndex)$/;

export interface LinkChange {
  readonly edition: Pick<Edition, 'folder'>;
  /** Of the page that the story was taken from. */
  readonly pageUrl: URL;
  /** The address of another story where that one is carried along; else undefined. */
  readonly storyAddress: (slug: string) => string | undefined;
  /** Put before every id, so that stories can share a page; '' where each has its own. */
  readonly idPrefix: string;
}

/** Lets every link lead on: to stories that are carried along, else to the site itself. */
export function redirectLinks(article: Element, change: LinkChange): void {
  const { pageUrl, storyAddress, idPrefix } = change;
  const storyOf = storyReader(change.edition);
  visit(article, 'element', ({ properties }) => {
    for (const name of ['id', 'ariaLabelledBy', 'ariaDescribedBy', 'headers']) {
      const value = properties[name];
      const ids = Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
      if (ids.length > 0) properties[name] = ids.map((id) => `${idPrefix}${id}`).join(' ');
    }
    const { href } = properties;
    if (typeof href !== 'string') return;
    if (href.startsWith('#')) {
      // As the id is written: not every reader of books decodes.
      properties.href = `#${idPrefix}${decodeURIComponent(href.slice(1))}`;
    } else if (URL.canParse(href, pageUrl)) {
      const url = new URL(href, pageUrl);
      const slug = storyOf(url);
      properties.href = (slug === undefined ? undefined : storyAddress(slug)) ?? url.href;
    }
  });
}

/** Reads the slug of a story off its address, that of its text version too. */
function storyReader(edition: Pick<Edition, 'folder'>): (url: URL) => string | undefined {
  const home = new URL(absolute(homePath(edition)));
  return (url) =>
    url.host === home.host && url.pathname.startsWith(home.pathname)
      ? /^(?:text\/)?articles\/([^/]+)\/$/.exec(url.pathname.slice(home.pathname.length))?.[1]
      : undefined;
}

/** Takes out the pictures that are shown only on request, for a book would show them at once. */
export function withoutHiddenPictures(article: Element): void {
  for (const details of selectAll('details', article)) {
    visit(details, 'element', (node, index, parent) => {
      if (node.tagName !== 'img' || !parent || index === undefined) return;
      const { alt } = node.properties;
      parent.children[index] = { type: 'text', value: typeof alt === 'string' ? alt : '' };
    });
  }
}

/** The words of headings go down a step, below the title of what carries them. */
export function lowerHeadings(tree: Root | Element): void {
  visit(tree, 'element', (node) => {
    const level = /^h([1-5])$/.exec(node.tagName)?.[1];
    if (level !== undefined) node.tagName = `h${Number(level) + 1}`;
  });
}
