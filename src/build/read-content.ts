/** Reads the content folder, holds it against every rule, and keeps what may be published. */
import type { ArticleFields, AuthorFields, CommentFields, PageFields } from '#data/schema.ts';
import { isPublished } from '#lib/article.ts';
import { noteSpellings } from './content-notices.ts';
import { checkLinks, checkTogether } from './content-rules.ts';
import { type Draft, type Drafts, type Manuscript, readDrafts } from './drafts.ts';
import type { BodyRecord, ReadRecords } from './file-record.ts';
import { notePageLinks } from './own-pages.ts';
import type { PictureFile, PublishedFile } from './pictures.ts';
import type { Problem } from './problems.ts';
import { readHere } from './read-here.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

interface Entry<Fields> {
  /** Unique in its collection. */
  readonly id: string;
  readonly edition: string;
  readonly slug: string;
  readonly fields: Fields;
  /** What became of its body; the HTML in it may be read from the disk only when it is asked for. */
  readonly body: BodyRecord;
}

export type ArticleEntry = Entry<ArticleFields>;

export interface CommentEntry extends Entry<CommentFields> {
  /** The id of the article. */
  readonly article: string;
}

export interface Content {
  readonly articles: readonly ArticleEntry[];
  readonly authors: readonly Entry<AuthorFields>[];
  readonly pages: readonly Entry<PageFields>[];
  readonly comments: readonly CommentEntry[];
  /** The files of the pictures of what is published, and no others. */
  readonly pictures: readonly PublishedFile[];
}

export interface ContentOptions {
  readonly contentDir: string;
  readonly siteUrl: URL;
  readonly now: Date;
  /** For the live preview: drafts count as published. */
  readonly showDrafts: boolean;
}

export interface Reading {
  readonly content: Content;
  /** Every picture that anything names, also what waits: a broken one should be known before the day comes. */
  readonly pictures: readonly PictureFile[];
  /** What is wrong. With one of these, nothing should be published. */
  readonly problems: readonly Problem[];
  /** What an editor should know, and what was done about it. */
  readonly notices: readonly Problem[];
  readonly schedule: Schedule;
}

export async function readContent(
  options: ContentOptions,
  read: ReadRecords = readHere(options),
): Promise<Reading> {
  const drafts = await readDrafts(options.contentDir, read);
  const articles = publishedArticles(drafts, options);
  const published = new Set(articles.map(({ id }) => id));
  const writers = new Set(articles.flatMap(({ fields }) => fields.authors));
  // Whose stories are not out is not out either.
  const authors = drafts.authors.filter(({ slug }) => writers.has(slug.split('.')[0] ?? ''));
  const shown = {
    articles,
    authors: authors.map((draft) => entryOf(draft, draft.slug, drafts)),
    pages: drafts.pages.map((draft) => entryOf(draft, nameOf(draft), drafts)),
  };
  const comments = drafts.comments
    .filter(({ article }) => published.has(article))
    .map((draft) => ({
      ...entryOf(draft, `${draft.article}/${draft.slug}`, drafts),
      article: draft.article,
    }));
  const files = Object.values(shown)
    .flat()
    .flatMap(({ body }) => picturesOf(body))
    .flatMap((picture) => picture.files);

  // All bodies were read, the unpublished ones too: an editor hears of a mistake before the day comes.
  const bodies = [...drafts.bodies.values()];
  const seen = new Set(Object.values(shown).flatMap((some) => some.map(({ body }) => body)));
  const links = bodies.flatMap((body) =>
    body.links.map(({ article, at }) => ({
      article,
      problem: (message: string): Problem => ({ ...at, message }),
      // Links of what is not shown may lead to what is not shown.
      isShown: seen.has(body),
    })),
  );
  const pageLinks = bodies.flatMap((body) =>
    body.pageLinks.map(({ path, at }) => ({
      path,
      problem: (message: string) => ({ ...at, message }),
    })),
  );
  return {
    content: {
      ...shown,
      comments,
      pictures: [...new Map(files.map((file) => [file.file, file])).values()],
    },
    pictures: bodies.flatMap(picturesOf),
    problems: [
      ...drafts.problems,
      ...checkTogether(drafts),
      ...bodies.flatMap(({ problems }) => problems),
      ...checkLinks(links, drafts, published),
    ],
    notices: [
      ...drafts.notices,
      ...noteSpellings(drafts),
      ...bodies.flatMap(({ notices }) => notices),
      ...notePageLinks(pageLinks, shown),
    ],
    schedule: scheduleOf(drafts.articles, options.now),
  };
}

const picturesOf = ({ pictures, lead }: BodyRecord): readonly PictureFile[] =>
  lead ? [...pictures, lead] : pictures;

function publishedArticles(drafts: Drafts, { showDrafts, now }: ContentOptions): ArticleEntry[] {
  return drafts.articles
    .filter(({ fields: { draft, ...times } }) =>
      isPublished({ ...times, draft: draft && !showDrafts }, now),
    )
    .map((article) => entryOf(article, nameOf(article), drafts));
}

const nameOf = ({ edition, slug }: Manuscript<unknown>): string => `${edition}/${slug}`;

function entryOf<Fields>(
  { edition, slug, fields, file }: Draft<Fields>,
  id: string,
  { bodies }: Pick<Drafts, 'bodies'>,
): Entry<Fields> {
  const body = bodies.get(file);
  if (!body) throw new Error(`${file} has fields and no body.`);
  return { id, edition, slug, fields, body };
}
