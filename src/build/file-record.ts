/** What one file of the content says by itself: plain data, so that it can be kept, and sent between threads. */
import { dirname, join, normalize } from 'node:path';
import type { z } from 'astro/zod';
import {
  type ArticleFields,
  articleSchema,
  authorSchema,
  commentSchema,
  pageSchema,
} from '#data/schema.ts';
import { countWords } from '#lib/text.ts';
import { checkFields } from './check-fields.ts';
import { digestOf, digestOfText } from './digest.ts';
import type { Kind } from './content-files.ts';
import { noteFields } from './content-notices.ts';
import { readSource } from './front-matter.ts';
import { findPicture, type PictureFile } from './pictures.ts';
import type { Place } from './places.ts';
import type { Problem } from './problems.ts';
import { readText } from './read-text.ts';
import { type BodyDraft, type BodyRenderers, bodyRenderers } from './render-body.ts';
import { lookAt, type SeenFile } from './seen-files.ts';

export interface FileToRead {
  readonly kind: Kind;
  readonly file: string;
  readonly place: Place;
}

export interface BodyRecord {
  /** Cleaned. */
  readonly html: string;
  /** Tells the place and the fields of its file, and all that became of the body. */
  readonly contentDigest: string;
  readonly words: number;
  /** The pictures that it shows. */
  readonly pictures: readonly PictureFile[];
  /** The picture above it. */
  readonly lead: PictureFile | undefined;
  /** Articles of this site that it leads to, each with a place for what may be wrong with that. */
  readonly links: readonly { readonly article: string; readonly at: Problem }[];
  /** Its other links to this site, likewise. */
  readonly pageLinks: readonly { readonly path: string; readonly at: Problem }[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

export interface FileRecord {
  /** Of what stands above the body. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Fields that are right by themselves; none where the file cannot be read. */
  readonly parts: Readonly<Record<string, unknown>> | undefined;
  /** All fields, where each is right. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  readonly body: BodyRecord | undefined;
  /** Files of pictures that it names, found or not, as they were before they were read. */
  readonly sights: readonly (readonly [path: string, seen: SeenFile])[];
}

export interface ReadingOptions {
  readonly contentDir: string;
  readonly siteUrl: URL;
}

/** Records of files, in their order. */
export type ReadRecords = (files: readonly FileToRead[]) => Promise<readonly FileRecord[]>;

/** Reads many files, when it is known which. */
export interface FileReader {
  /** Lets it load what it needs: there will be something to read. */
  readonly prepare: () => void;
  /** Hands over the record of each file, by its number, as soon as it is read: the bodies of many take much memory. */
  readonly read: (
    files: readonly FileToRead[],
    take: (number: number, record: FileRecord) => void,
  ) => Promise<void>;
}

export const readRecords = (options: ReadingOptions): ReadRecords => {
  const render = bodyRenderers(options);
  return async (files) => {
    const records: FileRecord[] = [];
    for (const file of files) records.push(await readRecord(file, options, render));
    return records;
  };
};

const schemas: Readonly<Record<Kind, z.ZodObject>> = {
  articles: articleSchema,
  authors: authorSchema,
  pages: pageSchema,
  comments: commentSchema,
};

const byteOrderMark =
  'begins with a byte-order mark. It was passed over; save the file as UTF-8 without BOM.';

async function readRecord(
  { kind, file, place }: FileToRead,
  { contentDir }: ReadingOptions,
  render: BodyRenderers,
): Promise<FileRecord> {
  const nothing = { parts: undefined, fields: undefined, body: undefined, sights: [] };
  const read = readText(file);
  if ('message' in read) {
    return { ...nothing, problems: [{ file, field: 'file', ...read }], notices: [] };
  }
  const source = readSource(file, read.text);
  const notices = read.hasMark
    ? [{ file, line: 1, column: 1, field: 'file', message: byteOrderMark }]
    : [];
  if (source.problems.length > 0) return { ...nothing, problems: source.problems, notices };
  const { fields, parts, problems } = checkFields(source, schemas[kind]);
  const known = { problems, notices, parts, fields };
  // The bodies of other files wait until their fields are right.
  if (kind !== 'articles' && fields === undefined) return { ...nothing, ...known };

  const sights = new Map<string, SeenFile>();
  const find = (src: string) => {
    const path = normalize(join(dirname(file), src));
    if (!sights.has(path)) sights.set(path, lookAt(path));
    return findPicture(contentDir, file, src);
  };
  const draft = { ...place, source, find };
  const body = await readBody(kind, draft, parts, render);
  const all =
    fields === undefined || kind !== 'articles' ? [] : noteFields(source, fields as ArticleFields);
  return { ...known, notices: [...notices, ...all], body, sights: [...sights] };
}

async function readBody(
  kind: Kind,
  draft: BodyDraft,
  parts: Readonly<Record<string, unknown>>,
  render: BodyRenderers,
): Promise<BodyRecord> {
  const { source, find } = draft;
  const body = await (kind === 'comments' ? render.comment(draft) : render.body(draft));
  const problems = [...body.problems];
  const notices = [...body.notices];
  const { image } = parts as { image?: { src: string } };
  const found = image && (await find(image.src));
  if (found && 'message' in found) problems.push(source.problemAt(['image', 'src'], found.message));
  else if (found?.notice) notices.push(source.problemAt(['image', 'src'], found.notice));
  const words = countWords(body.html);
  // What cannot be read looks empty too; its own problem is told already.
  if (kind === 'articles' && words === 0 && body.problems.length === 0) {
    problems.push(source.problemInBody(0, 'is empty. Write the story below the front matter.'));
  }
  const lead = found && 'picture' in found ? found.picture : undefined;
  const { edition, slug } = draft;
  return {
    html: body.html,
    contentDigest: digestOf([edition, slug, parts, lead, words, digestOfText(body.html)]),
    words,
    pictures: body.pictures,
    lead,
    links: body.links.map(({ article, problem }) => ({ article, at: problem('') })),
    pageLinks: body.pageLinks.map(({ path, problem }) => ({ path, at: problem('') })),
    problems,
    notices,
  };
}
