/** The files that tell hosts how to serve a built site: src/lib/hosts/. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apacheFile } from '#lib/hosts/apache.ts';
import { headersFile, redirectsFile } from '#lib/hosts/headers-file.ts';
import {
  areaOf,
  feedPolicy,
  pathOfFile,
  type PageSays,
  pageSays,
} from '#lib/hosts/published-page.ts';
import type { PublishedSite, Redirect } from '#lib/hosts/rules.ts';
import { settings } from '#settings.ts';
import { editions, site } from '#site.ts';
import type { SiteFile } from './kept-files.ts';
import { listFiles } from './walk.ts';

/** A file of a site, with what it says to hosts if it is a page. */
interface PublishedFile extends PageSays {
  readonly path: string;
}

/** What the pages of a site ask of their host. */
export function publishedSite(files: Iterable<PublishedFile>): PublishedSite {
  const base = settings.siteUrl.pathname;
  const folders = editions.map((edition) => edition.folder);
  const policies = new Map<string, Set<string>>();
  const redirects: Redirect[] = [];
  const add = (file: string, policy: string): void => {
    const area = areaOf(file, folders);
    policies.set(area, (policies.get(area) ?? new Set()).add(policy));
  };
  const inOrder = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, policy, movedTo } of inOrder) {
    if (path.endsWith('rss.xml')) add(path, feedPolicy);
    if (!path.endsWith('.html')) continue;
    if (policy === undefined) throw new Error(`${path} has no Content-Security-Policy.`);
    add(path, policy);
    if (movedTo !== undefined) redirects.push({ from: pathOfFile(base, path), to: movedTo });
  }
  return {
    base,
    isSecure: settings.siteUrl.protocol === 'https:',
    strictTransport: site.strictTransport,
    folders,
    policies,
    redirects,
  };
}

/** The same of the pages in a folder. */
export async function readPublishedSite(folder: string): Promise<PublishedSite> {
  const files: PublishedFile[] = [];
  for (const path of await listFiles(folder)) {
    const isPage = path.endsWith('.html');
    files.push({ path, ...(isPage && pageSays(await readFile(join(folder, path), 'utf8'))) });
  }
  return publishedSite(files);
}

/** Hosts that read such files find them in the site's own folder, and so never hold old ones to new pages. */
export function hostFiles(published: PublishedSite): SiteFile[] {
  return Object.entries({
    _headers: headersFile(published),
    _redirects: redirectsFile(published),
    '.htaccess': apacheFile(published),
  }).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}
