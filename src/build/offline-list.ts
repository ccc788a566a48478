import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';
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
      return [versioned(path, html), ...scriptsOf(html)];
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

/** Completes the list of each edition in a built site, whose pages must be as readers will get them. */
export async function writeOfflineLists(folder: string): Promise<void> {
  if (!site.offline.enabled) return;
  const fileAt = (path: string): string =>
    join(folder, path.slice(settings.siteUrl.pathname.length));
  const readPage = (path: string) => readFile(fileAt(`${path}index.html`), 'utf8');
  for (const edition of editions) {
    const file = fileAt(offlineListPath(edition));
    const draft = JSON.parse(await readFile(file, 'utf8')) as OfflineList;
    const list = await completeList(draft, readPage, site.offline.newestKilobytes * 1000);
    await writeFile(file, JSON.stringify(list));
  }
}

export const offlineLists = (): AstroIntegration => ({
  name: 'offline-lists',
  hooks: { 'astro:build:done': ({ dir }) => writeOfflineLists(fileURLToPath(dir)) },
});
