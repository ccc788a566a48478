/** The files of the content folder, sorted by what became of them when they were read. */
import { join } from 'node:path';
import type { ArticleFields, AuthorFields, CommentFields, PageFields } from '#data/schema.ts';
import { settings } from '#settings.ts';
import { type Kind, listContent } from './content-files.ts';
import type { BodyRecord, FileToRead, ReadRecords } from './file-record.ts';
import { readHere } from './read-here.ts';
import type { Source } from './front-matter.ts';
import { articlePlace, authorPlace, commentPlace, pagePlace, type Place } from './places.ts';
import type { Problem } from './problems.ts';
import { placesIn } from './source-places.ts';

/** A file that can be read. Those of its fields that are right by themselves are its parts. */
export interface Manuscript<Fields> extends Place {
  readonly file: string;
  readonly source: Pick<Source, 'problemAt'>;
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
  /** Of the files above, what became of their bodies. */
  readonly bodies: ReadonlyMap<string, BodyRecord>;
  /** "<edition>/<slug>" of every article file, the ones with problems too. */
  readonly articleIds: ReadonlySet<string>;
  /** Ids of every author file, the ones with problems too. */
  readonly authorIds: ReadonlySet<string>;
  /** Of all but the bodies. */
  readonly problems: readonly Problem[];
  /** What was put right without asking. */
  readonly notices: readonly Problem[];
}

/** Says what a path means, or what is wrong with it. */
const placeOf = {
  articles: articlePlace,
  authors: authorPlace,
  pages: pagePlace,
  comments: commentPlace,
} as const satisfies Record<Kind, (segments: readonly string[]) => Place | string>;

export async function readDrafts(
  contentDir: string,
  read: ReadRecords = readHere({ contentDir, siteUrl: settings.siteUrl }),
): Promise<Drafts> {
  const { files, problems: misplaced } = await listContent(contentDir);
  const problems = [...misplaced];
  const notices: Problem[] = [];
  const bodies = new Map<string, BodyRecord>();
  const ofFile = (file: string, message: string): Problem => ({
    file,
    line: 1,
    column: 1,
    field: 'file',
    message,
  });

  /** The files of a kind that are where such files belong. */
  function filesOf(kind: Kind): FileToRead[] {
    const folder = join(contentDir, kind).replaceAll('\\', '/');
    return files[kind].flatMap((path) => {
      const file = `${folder}/${path}`;
      const place = placeOf[kind](path.slice(0, -'.md'.length).split('/'));
      if (typeof place !== 'string') return [{ kind, file, place }];
      problems.push(ofFile(file, place));
      return [];
    });
  }

  const listed = (['articles', 'authors', 'pages', 'comments'] as const).flatMap(filesOf);
  const records = await read(listed);
  const right: Record<Kind, Draft<unknown>[]> = {
    articles: [],
    authors: [],
    pages: [],
    comments: [],
  };
  const flawed: Manuscript<ArticleFields>[] = [];
  for (const [index, { kind, file, place }] of listed.entries()) {
    const record = records[index];
    if (!record) throw new Error(`Nothing was said of ${file}.`);
    problems.push(...record.problems);
    notices.push(...record.notices);
    if (record.body) bodies.set(file, record.body);
    if (!record.parts) continue;
    const manuscript = { ...place, file, source: placesIn(file), parts: record.parts };
    if (record.fields) right[kind].push({ ...manuscript, fields: record.fields });
    else if (kind === 'articles') flawed.push(manuscript);
  }
  const articles = listed.filter(({ kind }) => kind === 'articles');
  if (articles.length === 0 && problems.length === 0) {
    const message = 'holds no articles. Check CONTENT_DIR, or write the first one.';
    problems.push(ofFile(join(contentDir, 'articles'), message));
  }
  return {
    articles: right.articles as Draft<ArticleFields>[],
    flawed,
    authors: right.authors as Draft<AuthorFields>[],
    pages: right.pages as Draft<PageFields>[],
    comments: right.comments as CommentDraft[],
    bodies,
    articleIds: new Set(articles.map(({ place: { edition, slug } }) => `${edition}/${slug}`)),
    authorIds: new Set(
      listed.filter(({ kind }) => kind === 'authors').map(({ place }) => place.slug),
    ),
    problems,
    notices,
  };
}
