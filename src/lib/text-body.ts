/** The body of an article as the text edition has it: words in place of pictures, links to text pages. */
import { settings } from '#settings.ts';
import { categoryIds, type CategoryId, editions } from '#site.ts';
import { attributePattern, decodeReferences, encodeValue, tagPattern } from './cleaned-html.ts';
import { textPaths } from './urls.ts';

export interface TextBodyOptions {
  /** The path of the full page that the body is from. */
  readonly from: string;
  /** Stands before the words of a picture. */
  readonly pictureShows: string;
}

/** Takes cleaned HTML and gives such: see cleaned-html.ts for why tags can be read without a parser. */
export const textBody = (html: string, { from, pictureShows }: TextBodyOptions): string =>
  html.replaceAll(tagPattern, (tag, slash: string, name: string) => {
    if (name === 'picture' || name === 'source') return '';
    if (name === 'img') return wordsFor(tag, pictureShows);
    if (name !== 'a' || slash !== '') return tag;
    return tag.replaceAll(attributePattern, (attribute, which: string, value: string) =>
      which === 'href' ? `href="${textLink(value, from)}"` : attribute,
    );
  });

/** What is said of a picture, and what would show over it. Quoted, it may hold angle brackets; text may not. */
function wordsFor(img: string, pictureShows: string): string {
  const said = new Map([...img.matchAll(attributePattern)].map(([, name, value]) => [name, value]));
  const words = [said.get('alt'), said.get('title')]
    .filter((text): text is string => text !== undefined && text !== '')
    .map((text) => `<bdi>${text.replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;')}</bdi>`);
  return words.length > 0 ? `[${pictureShows} ${words.join(' – ')}]` : '';
}

function textLink(href: string, from: string): string {
  if (href.startsWith('#')) return href;
  const url = URL.parse(decodeReferences(href), new URL(from, settings.siteUrl));
  const { origin, pathname: base } = settings.siteUrl;
  if (url?.origin !== origin) return href;
  if (!url.pathname.startsWith(base)) return encodeValue(url.href);
  const twin = textTwin(url.pathname.slice(base.length)) ?? url.pathname;
  return encodeValue(twin + url.search + url.hash);
}

const isCategory = (name: string): name is CategoryId =>
  (categoryIds as readonly string[]).includes(name);

/** The text page that stands for a page of this site, named from its root; undefined where none does. */
function textTwin(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const named = editions.find(({ folder }) => folder !== '' && folder === parts[0]);
  const edition = named ?? editions.find(({ folder }) => folder === '');
  if (!edition) return undefined;
  const [first, second = '', ...others] = named ? parts.slice(1) : parts;
  if (others.length > 0) return undefined;
  if (first === undefined) return textPaths.home(edition);
  if (first === 'articles' && second !== '') return textPaths.article({ edition, slug: second });
  return isCategory(first) && /^\d*$/.test(second)
    ? textPaths.category(edition, first, Number(second || 1))
    : undefined;
}
