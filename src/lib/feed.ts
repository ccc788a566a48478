/** What stands in a feed, whatever its form. */
import type { Edition } from '#site.ts';
import { type Article, changedAt, type Correction, type LeadPicture } from './article.ts';
import type { Author } from './author.ts';
import { absoluteHtml } from './cleaned-html.ts';
import { longDate, machineTime } from './dates.ts';
import { Markup, markup } from './markup.ts';
import { absolute, articlePath, authorPath, type FeedFile, picturePath } from './urls.ts';

export interface FeedItem {
  /** Never changes: readers know by it what they have shown already. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** The full text; every address in it is whole. */
  readonly html: string;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly publishedAt: Date;
  readonly changedAt: Date;
  readonly tags: readonly string[];
  /** The address of the lead picture. */
  readonly image?: string | undefined;
}

export interface Feed {
  readonly edition: Edition;
  readonly title: string;
  readonly description: string;
  /** The page that it belongs to. */
  readonly url: string;
  /** Where it stands in each form. */
  readonly addresses: Readonly<Record<FeedFile, string>>;
  /** A WebSub hub; '' for none. */
  readonly hub: string;
  /** What a person is told who opens it in a browser. */
  readonly note: { readonly text: string; readonly linkText: string; readonly url: string };
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface FeedWords {
  readonly correction: string;
  readonly clarification: string;
  readonly comma: string;
  readonly credit: string;
}

interface Story {
  readonly article: Article;
  readonly authors: readonly Author[];
}

/**
 * The address under which a story first appeared: the first of its former slugs, or the one that it has. So a
 * reader does not take a story with a new slug for a new story.
 */
export const storyId = ({ edition, slug, redirectFrom }: Article): string =>
  absolute(articlePath({ edition, slug: redirectFrom[0] ?? slug }));

/** A story in full: corrections, lead picture, body. */
export function articleItem({ article, authors }: Story, body: string, words: FeedWords): FeedItem {
  const { edition, image } = article;
  const url = absolute(articlePath(article));
  const shown = image?.sensitive === false ? image : undefined;
  return {
    ...storyFields({ article, authors }),
    id: storyId(article),
    url,
    title: article.title,
    summary: article.description,
    html: inEdition(edition, [
      ...article.corrections.map((correction) => correctionNote(correction, edition, words)),
      ...(shown ? [leadFigure(shown, words)] : []),
      new Markup(absoluteHtml(body, url)),
    ]),
    publishedAt: article.publishedAt,
    changedAt: changedAt(article),
    image: shown && absolute(picturePath(shown)),
  };
}

/** A correction as an item of its own; the place among those of the same moment keeps ids apart. */
export function correctionItem(
  { article, authors }: Story,
  correction: Correction,
  words: FeedWords,
): FeedItem {
  const { at, kind, text } = correction;
  const url = `${absolute(articlePath(article))}#corrections`;
  const together = article.corrections.filter((other) => other.at.getTime() === at.getTime());
  const place = together.indexOf(correction);
  return {
    ...storyFields({ article, authors }),
    id: `${storyId(article)}#${kind}-${machineTime(at)}${place > 0 ? `-${place + 1}` : ''}`,
    url,
    title: `${words[kind]}: ${article.title}`,
    summary: text,
    html: inEdition(article.edition, [
      markup`<p>${text}</p><p><a href="${url}">${article.title}</a></p>`,
    ]),
    publishedAt: at,
    changedAt: at,
  };
}

const storyFields = ({ article, authors }: Story) => ({
  authors: authors.map(({ id, name }) => ({
    name,
    url: absolute(authorPath(article.edition, id)),
  })),
  tags: [...article.categories.map((id) => article.edition.categories[id].name), ...article.topics],
});

/** Readers show stories of many sites side by side: each says its language and direction. */
const inEdition = ({ lang, dir }: Edition, parts: readonly Markup[]): string =>
  markup`<div lang="${lang}" dir="${dir}">${parts}</div>`.text;

const correctionNote = (
  { kind, at, text }: Correction,
  edition: Edition,
  words: FeedWords,
): Markup =>
  markup`<p><strong>${words[kind]}</strong>${words.comma}${longDate(at, edition)}: <bdi>${text}</bdi></p>`;

function leadFigure(image: LeadPicture, { credit }: FeedWords): Markup {
  const src = absolute(picturePath(image));
  const size = markup` width="${String(image.width)}" height="${String(image.height)}"`;
  const caption = image.caption === undefined ? '' : `${image.caption} `;
  return markup`<figure><img src="${src}" alt="${image.alt}"${size}><figcaption>${caption}${credit} ${image.credit}</figcaption></figure>`;
}

/** Any moment will do for a feed that never had a story; this one changes nothing from build to build. */
const beforeAll = new Date(0);

/** When a feed last changed: the newest change of what stands in it, whenever it was built. */
export const feedChangedAt = ({ items }: Pick<Feed, 'items'>): Date =>
  items.reduce((newest, item) => (item.changedAt > newest ? item.changedAt : newest), beforeAll);

/** Readers and aggregators give up on large files. */
export const mostBytes = 250_000;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * A feed as text, below `mostBytes`: with as many of its stories, newest first, as fit in full. A story that
 * alone is too large is left out, so that it does not keep away the others.
 */
export function writeWithin(feed: Feed, write: (feed: Feed) => string, most = mostBytes): string {
  let { items } = feed;
  let text = write(feed);
  if (bytesOf(text) < most) return text;
  items = items.filter((item) => bytesOf(write({ ...feed, items: [item] })) < most);
  for (;;) {
    text = write({ ...feed, items });
    if (bytesOf(text) < most || items.length === 0) return text;
    items = items.slice(0, -1);
  }
}
