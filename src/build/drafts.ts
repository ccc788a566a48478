/** The files of the content folder, each held against the schema of its kind. */
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
} from '#data/schema.ts';
import { checkFields } from './check-fields.ts';
import { readSource, type Source } from './front-matter.ts';
import { type Kind, listContent } from './content-files.ts';
import type { Problem } from './problems.ts';
import { articlePlace, authorPlace, commentPlace, pagePlace, type Place } from './places.ts';
import { readText } from './read-text.ts';

/** A file that can be read. Those of its fields that are right by themselves are its parts. */
export interface Manuscript<Fields> extends Place {
  readonly file: string;
  readonly source: Source;
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
  /** What was put right without asking. */
  readonly notices: readonly Problem[];
}

export async function readDrafts(contentDir: string): Promise<Drafts> {
  const { files, problems: misplaced } = await listContent(contentDir);
  const problems = [...misplaced];
  const notices: Problem[] = [];
  const ofFile = (file: string, message: string, line = 1, column = 1): Problem => ({
    file,
    line,
    column,
    field: 'file',
    message,
  });

  /** Reads the Markdown files of one kind; `place` says what the path means, or what is wrong with it. */
  async function readKind<T extends z.ZodObject, P extends Place>(
    kind: Kind,
    schema: T,
    place: (segments: readonly string[]) => P | string,
  ): Promise<{
    drafts: (Draft<z.infer<T>> & P)[];
    flawed: (Manuscript<z.infer<T>> & P)[];
    places: P[];
  }> {
    const drafts: (Draft<z.infer<T>> & P)[] = [];
    const flawed: (Manuscript<z.infer<T>> & P)[] = [];
    const places: P[] = [];
    const folder = join(contentDir, kind);
    for (const path of files[kind]) {
      const file = `${folder}/${path}`.replaceAll('\\', '/');
      const found = place(path.slice(0, -'.md'.length).split('/'));
      if (typeof found === 'string') {
        problems.push(ofFile(file, found));
        continue;
      }
      places.push(found);
      const read = await readText(file);
      if ('message' in read) {
        problems.push(ofFile(file, read.message, read.line, read.column));
        continue;
      }
      if (read.hasMark) notices.push(ofFile(file, byteOrderMark));
      const source = readSource(file, read.text);
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
    const message = 'holds no articles. Check CONTENT_DIR, or write the first one.';
    problems.push(ofFile(join(contentDir, 'articles'), message));
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
    notices,
  };
}

const byteOrderMark =
  'begins with a byte-order mark. It was passed over; save the file as UTF-8 without BOM.';
