/** The whole site of an edition as files that open from a disk, by a double click on index.html. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { strToU8, type Zippable } from 'fflate';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { matches, select } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { wordsOf } from '#i18n/strings.ts';
import type { CarriedRecord } from '#lib/carried-record.ts';
import { longDate } from '#lib/dates.ts';
import { absolute, editionsPath, homePath } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { type Edition, editions } from '#site.ts';
import type { Copy } from './carried-page.ts';
import { carriedRecord, carriedSearch, prepareSearch } from './carried-search.ts';
import { withPolicy } from './policy.ts';
import { listFiles } from './walk.ts';

/** What does not work from a disk, or is for programs that read the site. */
const onlyOnline =
  'script, [http-equiv=Content-Security-Policy], link[rel=alternate], link[rel=manifest], [aria-labelledby=share]';

/** What tells of the network, or stands in for a page that is not there. */
const leftOut = /^(?:404\.html|offline\/.*)$/;

/** The files for a ZIP: pages and what they show, with links from file to file. */
export async function carriedSite(site: string, copy: Copy): Promise<Zippable> {
  const { edition } = copy;
  const pages = await pagesOf(site, edition);
  const files: Zippable = {};
  const shown = new Set<string>();
  const records: CarriedRecord[] = [];
  for (const [page, file] of pages) {
    const tree = fromHtml(await readFile(join(site, file), 'utf8'));
    if (page.startsWith('articles/')) {
      const record = carriedRecord(tree, edition, relative('search/index.html', page));
      if (record) records.push(record);
    }
    removeOnline(tree);
    for (const picture of relinkPage(tree, { site, page, file, pages, edition }))
      shown.add(picture);
    if (page === 'search/index.html') prepareSearch(tree);
    addOrigin(tree, copy);
    files[page] = strToU8(fromDisk(withPolicy(toHtml(tree))));
  }
  for (const file of shown) files[file] = await readFile(join(site, file));
  Object.assign(files, await carriedSearch(records));
  files['READ-ME.txt'] = strToU8(readMe(copy));
  return files;
}

/** The pages of an edition: where they stand in the copy, and in the site. */
async function pagesOf(site: string, { folder }: Edition): Promise<Map<string, string>> {
  const others = editions.map((other) => other.folder).filter((other) => other !== folder);
  const files = (await listFiles(join(site, folder))).filter(
    (file) =>
      file.endsWith('.html') &&
      !leftOut.test(file) &&
      !(folder === '' && others.includes(file.split('/')[0] ?? '')),
  );
  return new Map(files.map((file) => [file, posix.join(folder, file)]));
}

function removeOnline(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (!parent || index === undefined || !matches(onlyOnline, node)) return undefined;
    // A search engine's reader finds its twins by these; a reader of the copy by the page's own links.
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

interface Where {
  readonly site: string;
  readonly page: string;
  readonly file: string;
  readonly pages: ReadonlyMap<string, string>;
  readonly edition: Edition;
}

/** Makes links lead to files of the copy, or to the site where the copy has none; returns what the page shows. */
function relinkPage(tree: Root, { site, page, file, pages, edition }: Where): string[] {
  const pageUrl = new URL(file.replace(/index\.html$/, ''), settings.siteUrl);
  const home = new URL(absolute(homePath(edition)));
  const shown: string[] = [];

  const below = (url: URL, folder: URL): string | undefined =>
    url.host === folder.host && url.pathname.startsWith(folder.pathname)
      ? decodeURIComponent(url.pathname.slice(folder.pathname.length))
      : undefined;

  const linkTo = (href: string): string => {
    if (href.startsWith('#') || !URL.canParse(href, pageUrl)) return href;
    const url = new URL(href, pageUrl);
    const path = below(url, home)?.replace(/(^|\/)$/, '$1index.html');
    return path !== undefined && pages.has(path) ? relative(page, path) + url.hash : url.href;
  };

  const show = (src: string): string => {
    if (!URL.canParse(src, pageUrl)) return src;
    const path = below(new URL(src, pageUrl), settings.siteUrl);
    if (path === undefined || !existsSync(join(site, path))) return src;
    shown.push(path);
    return relative(page, path);
  };

  visit(tree, 'element', ({ tagName, properties }) => {
    const { href, src, srcSet } = properties;
    if (typeof src === 'string') properties.src = show(src);
    if (typeof srcSet === 'string') {
      properties.srcSet = srcSet.replaceAll(/[^\s,]+(?=\s+[\d.]+[wx])/g, show);
    }
    if (typeof href !== 'string') return;
    const isShown =
      tagName === 'link' &&
      !matches('[rel=canonical]', { type: 'element', tagName, properties, children: [] });
    properties.href = isShown ? show(href) : tagName === 'link' ? href : linkTo(href);
  });
  return shown;
}

/** From a file to another, as an address. */
const relative = (from: string, to: string): string =>
  posix
    .relative(posix.dirname(from), to)
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');

/** Some browsers do not count the disk as the page's own origin. */
const fromDisk = (html: string): string =>
  html.replace(/(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, (policy) =>
    policy.replaceAll("'self'", "'self' file:"),
  );

function addOrigin(tree: Root, { edition, madeAt }: Copy): void {
  const place = select('body > footer', tree) ?? select('body', tree);
  const words = wordsOf(edition);
  const value = words.copyOf(absolute(homePath(edition)), longDate(madeAt, edition));
  place?.children.push({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value }],
  });
}

function readMe({ edition, madeAt }: Copy): string {
  const words = wordsOf(edition);
  return [
    `${edition.siteName}\n`,
    words.editionForms.site.text,
    words.copyOf(absolute(homePath(edition)), longDate(madeAt, edition)),
    words.copyCheck(absolute(editionsPath(edition))),
    '',
  ].join('\n');
}
