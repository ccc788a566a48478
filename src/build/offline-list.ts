import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { offlineListPath } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { editions, site } from '#site.ts';

/** What a device fetches ahead, by paths from the root of the domain. */
export interface OfflineList {
  /** The page for when there is no network, with its scripts. */
  readonly always: readonly string[];
  /** The newest stories, as text. */
  readonly newest: readonly string[];
}

/** A path with the version of what stands there, so that a device fetches a page again only when it changed. */
const versioned = (path: string, html: string): string =>
  `${path}?${createHash('sha256').update(html).digest('hex').slice(0, 8)}`;

const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script [^>]*src="([^"]+)"/g)].map(([, src = '']) => src);

const compress = promisify(brotliCompress);

/**
 * The bytes that a reader pays for a page: what hosts make of it with gzip. Node's gzip differs from processor to
 * processor; Brotli at this quality comes within a few per cent of it, and is the same everywhere.
 */
export const sentBytes = async (html: string): Promise<number> =>
  (await compress(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })).length;

/** The list with versions, and with as many of the newest stories as fit into so many bytes as they are sent. */
export async function completeList(
  { always, newest }: OfflineList,
  readPage: (path: string) => Promise<string>,
  budget: number,
): Promise<OfflineList> {
  const pages = await Promise.all(
    always.map(async (path) => {
      const html = await readPage(path);
      // A page comes last: a network that breaks leaves none without its scripts.
      return [...scriptsOf(html), versioned(path, html)];
    }),
  );
  const fitting: string[] = [];
  let spare = budget;
  for (const path of newest) {
    const html = await readPage(path);
    const size = await sentBytes(html);
    if (size > spare) continue;
    spare -= size;
    fitting.push(versioned(path, html));
  }
  return { always: [...new Set(pages.flat())], newest: fitting };
}

/** The files of the pages that a list names, as its page left it. */
export const pagesOfList = (draft: Uint8Array): string[] => {
  const { always, newest } = parse(draft);
  return [...always, ...newest].map(fileOf);
};

/** Completes a list as its page left it, once the pages of the site are as readers will get them. */
export async function completeOfflineList(
  draft: Uint8Array,
  readFile: (path: string) => Buffer,
): Promise<Uint8Array> {
  const list = await completeList(
    parse(draft),
    (address) => Promise.resolve(readFile(fileOf(address)).toString()),
    site.offline.newestKilobytes * 1000,
  );
  return Buffer.from(JSON.stringify(list));
}

const parse = (draft: Uint8Array) => JSON.parse(Buffer.from(draft).toString()) as OfflineList;

const fileOf = (address: string): string =>
  `${address.slice(settings.siteUrl.pathname.length)}index.html`;

const offlineLists = new Set(
  editions.map((edition) => offlineListPath(edition).slice(settings.siteUrl.pathname.length)),
);

/** Whether a file of the site is the list of an edition. */
export const isOfflineList = (path: string): boolean => offlineLists.has(path);
