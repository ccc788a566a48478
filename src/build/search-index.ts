/** Makes the index that the search page asks, with Pagefind: docs/decisions/0017. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { remembered } from '#lib/remembered.ts';
import { newestPart, recordsPath } from '#lib/search-parts.ts';
import type { SearchRecord } from '#lib/search-record.ts';
import { indexedWord, stemmerOf, wordsOfText } from '#lib/search-words.ts';
import { type Edition, editions } from '#site.ts';
import type { SiteFile } from './kept-files.ts';

/** The list of records at a path, as its page left it, becomes the index that stands in its place. */
export async function searchFiles(path: string, list: Uint8Array): Promise<SiteFile[]> {
  const { place = '', name = '' } = recordsPath.exec(path)?.groups ?? {};
  const edition = editions.find(
    ({ folder }) => place === (folder === '' ? '' : `${folder}/`) + 'search/',
  );
  if (!edition) throw new Error(`${path} belongs to no edition of src/site.ts.`);
  const records = JSON.parse(Buffer.from(list).toString()) as SearchRecord[];
  const folder = name === newestPart ? '' : `${name}/`;
  return (
    (await searchIndex(records, edition))
      // The program of the newest part serves the others.
      .filter((file) => folder === '' || !/^(?:pagefind\.js|wasm\..*)$/.test(file.path))
      .map((file) => ({ path: `${place}pagefind/${folder}${file.path}`, bytes: file.content }))
  );
}

/** Pagefind is a program of its own that would wait for more. */
export const closeIndexer = async (): Promise<void> => {
  await close();
};

/** The files of an index; none for no records. Equal records in equal order make equal files. */
export async function searchIndex(
  records: readonly SearchRecord[],
  { lang }: Pick<Edition, 'lang'>,
): Promise<IndexFile[]> {
  if (records.length === 0) return [];
  const language = stemmerOf(lang);
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind does not start: ${errors.join(' ')}`);
  const written = new Map(records.map((record) => [`${record.path}?${digestOf(record)}`, record]));
  // Stories share most of their words.
  const fold = remembered(indexedWord);
  // Pagefind takes them in the order in which they are sent; to wait for each answer would take twice as long.
  await Promise.all(
    [...written].map(([url, record]) => add(index, { url, language, record, fold })),
  );
  const result = await index.getFiles();
  refuse(result.errors);
  await index.deleteIndex();
  return result.files
    .filter(({ path }) => isNeeded(path, language))
    .map((file) => (file.path.endsWith('.pf_fragment') ? asWritten(file, written) : file));
}

// Names of fragments are digests of what Pagefind was given, and this stands in for what it was not given.
const digestOf = (record: SearchRecord): string =>
  createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 16);

/** The words of a record in their order; those of the headline come first. */
const wordsOf = ({ title, text }: SearchRecord): string[] => wordsOfText(`${title} ${text}`);

interface Entry {
  readonly url: string;
  readonly language: string;
  readonly record: SearchRecord;
  readonly fold: (word: string) => string;
}

async function add(index: PagefindIndex, { url, language, record, fold }: Entry): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url,
    language,
    content: wordsOf(record).map(fold).join(' '),
    meta: { title: wordsOfText(record.title).map(fold).join(' ') },
    filters: { category: [...record.categories], year: [record.year] },
  });
  refuse(errors);
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index cannot be made: ${errors.join(' ')}`);
}

/** Whether the search page loads it: not Pagefind's own interfaces, nor the other of its two programs. */
const isNeeded = (path: string, language: string): boolean =>
  /^(?:pagefind\.js|pagefind-entry\.json)$|\.pf_\w+$/.test(path) ||
  path === `wasm.${language === 'und' ? 'unknown' : language}.pagefind`;

const signature = 'pagefind_dcd';

/**
 * A fragment is what a reader gets to see of a story. Pagefind was given folded words; as many words as were
 * written take their place.
 */
function asWritten(
  { path, content }: IndexFile,
  written: ReadonlyMap<string, SearchRecord>,
): IndexFile {
  const text = gunzipSync(content).toString();
  const fragment = JSON.parse(text.slice(signature.length)) as { url: string; content: string };
  const record = written.get(fragment.url);
  if (!text.startsWith(signature) || !record) throw new Error(`Pagefind made a strange ${path}.`);
  const words = wordsOf(record);
  if (wordsOfText(fragment.content).length !== words.length) {
    throw new Error(`The words of ${record.path} are not where the search index looks for them.`);
  }
  const { title, date, publishedAt } = record;
  const shown = {
    ...fragment,
    url: record.path,
    content: words.join(' '),
    meta: { title, date, publishedAt },
    filters: {},
  };
  return { path, content: gzipSync(signature + JSON.stringify(shown), { level: 9 }) };
}
