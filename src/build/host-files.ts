/** The files that tell hosts how to serve a built site: src/lib/hosts/. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apacheFile } from '#lib/hosts/apache.ts';
import { headersFile, redirectsFile } from '#lib/hosts/headers-file.ts';
import {
  areaOf,
  feedPolicy,
  pathOfFile,
  policyOfPage,
  targetOfPage,
} from '#lib/hosts/published-page.ts';
import type { PublishedSite, Redirect } from '#lib/hosts/rules.ts';
import { settings } from '#settings.ts';
import { editions, site } from '#site.ts';
import { listFiles } from './walk.ts';

/** What the pages in a folder ask of their host. */
export async function readPublishedSite(folder: string): Promise<PublishedSite> {
  const base = settings.siteUrl.pathname;
  const folders = editions.map((edition) => edition.folder);
  const policies = new Map<string, Set<string>>();
  const redirects: Redirect[] = [];
  const add = (file: string, policy: string): void => {
    const area = areaOf(file, folders);
    policies.set(area, (policies.get(area) ?? new Set()).add(policy));
  };
  for (const file of await listFiles(folder)) {
    if (file.endsWith('rss.xml')) add(file, feedPolicy);
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(folder, file), 'utf8');
    const policy = policyOfPage(html);
    if (policy === undefined) throw new Error(`${file} has no Content-Security-Policy.`);
    add(file, policy);
    const to = targetOfPage(html);
    if (to !== undefined) redirects.push({ from: pathOfFile(base, file), to });
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

/** Hosts that read such files find them in the site's own folder, and so never hold old ones to new pages. */
export async function writeHostFiles(folder: string): Promise<void> {
  const published = await readPublishedSite(folder);
  await writeFile(join(folder, '_headers'), headersFile(published));
  await writeFile(join(folder, '_redirects'), redirectsFile(published));
  await writeFile(join(folder, '.htaccess'), apacheFile(published));
}
