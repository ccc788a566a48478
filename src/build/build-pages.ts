/** Writes the whole site into a folder, and renders only what is not as it was: docs/decisions/0023. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '#settings.ts';
import { openCache } from './cache-folder.ts';
import { offerCollections } from './collections.ts';
import { digestOf, digestOfText } from './digest.ts';
import { KeptFiles, type SiteFile } from './kept-files.ts';
import { KeptRecords } from './kept-records.ts';
import { ContentError, formatNotices } from './problems.ts';
import { showProgress } from './progress.ts';
import { isOfReading, projectDigest } from './project-files.ts';
import { type Content, readContent } from './read-content.ts';
import { readOnThreads } from './read-on-threads.ts';
import { formatSchedule } from './schedule.ts';
import { isRecords, searchFiles } from './search-index.ts';
import { listPages, type SitePage } from './site-pages.ts';
import { compileTemplates } from './templates.ts';
import { type Changes, changesBetween } from './what-changed.ts';

export interface BuildOptions {
  /** Makes everything anew, and trusts nothing of what earlier builds kept. */
  readonly cold?: boolean;
}

export async function buildPages(site: string, options: BuildOptions = {}): Promise<Changes> {
  const cache = await openCache(options);
  try {
    const content = await readForBuild(join(cache.folder, 'content'));
    const templates = await compileTemplates(options);
    offerCollections(content);
    const pages = await listPages(templates);
    await cp(templates.assets, site, { recursive: true });
    const kept = await KeptFiles.open(join(cache.folder, 'pages'));
    await makePages(pages, kept, site);
    await kept.save();
    return changesBetween(kept.before, kept.now, templatesOf(pages));
  } finally {
    await cache.close();
  }
}

async function readForBuild(folder: string): Promise<Content> {
  const { contentDir, siteUrl } = settings;
  const key = digestOf([await projectDigest(isOfReading), siteUrl.href]);
  const kept = await KeptRecords.open(folder, key);
  const read = kept.records(
    readOnThreads({ contentDir, siteUrl }, (total) => showProgress(total, 'files read')),
  );
  const reading = await readContent({ ...settings, showDrafts: false }, read);
  const { content, problems, notices, schedule } = reading;
  // Of content with problems too: who mends one file need not wait for the others.
  await kept.save();
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  console.log(formatSchedule(schedule));
  return content;
}

async function makePages(pages: readonly SitePage[], kept: KeptFiles, site: string): Promise<void> {
  const missing = pages.filter(({ key }) => key === undefined || !kept.place(key, site));
  const progress = showProgress(missing.length, 'pages made');
  for (const page of missing) {
    const bytes = await page.render();
    kept.keep(page.key ?? digestOfText(page.file), await filesOf(page, bytes), site);
    progress.step();
  }
  progress.end();
}

/** What is published of a page: itself, or what is made of it. */
const filesOf = async ({ file }: SitePage, bytes: Uint8Array): Promise<readonly SiteFile[]> =>
  isRecords(file) ? searchFiles({ path: file, bytes }) : [{ path: file, bytes }];

const templatesOf = (pages: readonly SitePage[]): ReadonlyMap<string, string> =>
  new Map(pages.map(({ file, template }) => [file, template]));
