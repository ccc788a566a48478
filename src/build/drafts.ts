/** The files of the content folder, each held against the schema of its kind. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import {
  type ArticleFields,
  articleSchema,
  type AuthorFields,
  authorSchema,
  type CommentFields,
  commentSchema,
  type PageFields,
  pageSchema,
  slugPattern,
} from '#data/schema.ts';
import { editions } from '#site.ts';
import { checkFields } from './check-fields.ts';
import { readSource, type Source } from './front-matter.ts';
import { isPictureName } from './pictures.ts';
import type { Problem } from './problems.ts';
import { listFiles } from './walk.ts';

/** A file that can be read. Those of its fields that are right by themselves are its parts. */
export interface Manuscript<Fields> {
  readonly file: string;
  readonly source: Source;
  readonly edition: string;
  readonly slug: string;
  readonly parts: Partial<Fields>;
}

/** A file whose fields are all right by themselves; whether they fit the other files is not yet known. */
export interface Draft<Fields> extends Manuscript<Fields> {
  readonly fields: Fields;
}

export interface CommentDraft extends Draft<CommentFields> {
  /** "<edition>/<slug>" of the article that it is about. */
  readonly article: string;
}

export interface Drafts {
  readonly articles: readonly Draft<ArticleFields>[];
  /** Articles with problems in their fields: the rest of them is checked all the same. */
  readonly flawed: readonly Manuscript<ArticleFields>[];
  readonly authors: readonly Draft<AuthorFields>[];
  readonly pages: readonly Draft<PageFields>[];
  readonly comments: readonly CommentDraft[];
  /** "<edition>/<slug>" of every article file, the ones with problems too. */
  readonly articleIds: ReadonlySet<string>;
  /** Ids of every author file, the ones with problems too. */
  readonly authorIds: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

const editionIds = editions.map(({ id }) => id);
const knownEditions = `Use one of these folders: ${editionIds.join(', ')}.`;

export async function readDrafts(contentDir: string): Promise<Drafts> {
  const problems: Problem[] = [];
  const wrong = (file: string, message: string): undefined => {
    problems.push({ file, line: 1, column: 1, field: 'file', message });
  };

  /** Reads the Markdown files of one kind; `place` says what the path means, or what is wrong with it. */
  async function readKind<T extends z.ZodObject, Place extends { edition: string; slug: string }>(
    kind: string,
    schema: T,
    place: (segments: readonly string[]) => Place | string,
  ): Promise<{
    drafts: (Draft<z.infer<T>> & Place)[];
    flawed: (Manuscript<z.infer<T>> & Place)[];
    places: Place[];
  }> {
    const drafts: (Draft<z.infer<T>> & Place)[] = [];
    const flawed: (Manuscript<z.infer<T>> & Place)[] = [];
    const places: Place[] = [];
    const folder = join(contentDir, kind);
    for (const path of await listFiles(folder)) {
      const file = `${folder}/${path}`.replaceAll('\\', '/');
      if (isPictureName(path)) continue;
      if (!path.endsWith('.md')) {
        wrong(file, 'is neither Markdown nor a picture. Give it the ending .md, or take it out.');
        continue;
      }
      const found = place(path.slice(0, -'.md'.length).split('/'));
      if (typeof found === 'string') {
        wrong(file, found);
        continue;
      }
      places.push(found);
      const text = decodeText(await readFile(file));
      if (text === undefined) {
        wrong(file, 'is not UTF-8 text. Save it again with the encoding UTF-8.');
        continue;
      }
      const source = readSource(file, text);
      problems.push(...source.problems);
      if (source.problems.length > 0) continue;
      const { fields, parts, problems: own } = checkFields(source, schema);
      problems.push(...own);
      const manuscript = { ...found, file, source, parts: parts as Partial<z.infer<T>> };
      if (fields === undefined) flawed.push(manuscript);
      else drafts.push({ ...manuscript, fields: fields as z.infer<T> });
    }
    return { drafts, flawed, places };
  }

  const articles = await readKind('articles', articleSchema, articlePlace);
  const authors = await readKind('authors', authorSchema, authorPlace);
  const pages = await readKind('pages', pageSchema, pagePlace);
  const comments = await readKind('comments', commentSchema, commentPlace);
  if (articles.places.length === 0 && problems.length === 0) {
    wrong(
      join(contentDir, 'articles'),
      'holds no articles. Check CONTENT_DIR, or write the first one.',
    );
  }
  return {
    articles: articles.drafts,
    flawed: articles.flawed,
    authors: authors.drafts,
    pages: pages.drafts,
    comments: comments.drafts,
    articleIds: new Set(articles.places.map(({ edition, slug }) => `${edition}/${slug}`)),
    authorIds: new Set(authors.places.map(({ slug }) => slug)),
    problems,
  };
}

/** The text of a file, without a byte-order mark; undefined where it is not UTF-8, or holds NUL bytes. */
function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const badName =
  'has a name that is no slug. Rename it with a-z, 0-9 and single hyphens, such as olive-harvest.md.';
const badEdition = (folder: string): string =>
  `stands in "${folder}", which is no edition. ${knownEditions}`;

function articlePlace([edition = '', ...rest]: readonly string[]) {
  if (!editionIds.includes(edition)) return badEdition(edition);
  const slug = rest.at(-1) ?? '';
  return slugPattern.test(slug) ? { edition, slug } : badName;
}

function authorPlace(segments: readonly string[]) {
  const [id = '', edition = '', ...rest] = (segments[0] ?? '').split('.');
  if (segments.length > 1) return 'stands in a folder. Put authors directly into authors/.';
  if (segments[0] !== id && !editionIds.includes(edition)) return badEdition(edition);
  return slugPattern.test(id) && rest.length === 0 ? { edition, slug: segments[0] ?? '' } : badName;
}

function pagePlace([edition = '', slug = '', ...rest]: readonly string[]) {
  if (!editionIds.includes(edition)) return badEdition(edition);
  if (rest.length > 0) return `stands too deep. Put pages directly into pages/${edition}/.`;
  return slugPattern.test(slug) ? { edition, slug } : badName;
}

function commentPlace([edition = '', article = '', number = '', ...rest]: readonly string[]) {
  if (!editionIds.includes(edition)) return badEdition(edition);
  if (rest.length > 0 || !/^[1-9]\d*$/.test(number)) {
    return `is not where comments stand. Use comments/${edition}/<slug>/<number>.md, such as comments/${edition}/${article || 'olive-harvest'}/1.md.`;
  }
  return { edition, slug: number, article: `${edition}/${article}` };
}
