/** Writes the whole site into a folder, and renders only what is not as it was: docs/decisions/0023. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '#settings.ts';
import { openCache } from './cache-folder.ts';
import { offerCollections } from './collections.ts';
import { digestOfText } from './digest.ts';
import { KeptFiles, type SiteFile } from './kept-files.ts';
import { ContentError, formatNotices } from './problems.ts';
import { showProgress } from './progress.ts';
import { type Content, readContent } from './read-content.ts';
import { formatSchedule } from './schedule.ts';
import { isRecords, searchFiles } from './search-index.ts';
import { listPages, type SitePage } from './site-pages.ts';
import { compileTemplates } from './templates.ts';
import { type Changes, changesBetween } from './what-changed.ts';

export interface BuildOptions {
  /** Makes everything anew, and trusts nothing of what earlier builds kept. */
  readonly cold?: boolean;
}

async function readForBuild(): Promise<Content> {
  const reading = await readContent({ ...settings, showDrafts: false });
  const { content, problems, notices, schedule } = reading;
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  console.log(formatSchedule(schedule));
  return content;
}

export async function buildPages(site: string, options: BuildOptions = {}): Promise<Changes> {
  const content = await readForBuild();
  const templates = await compileTemplates(options);
  offerCollections(content);
  const pages = await listPages(templates);
  await cp(templates.assets, site, { recursive: true });
  const cache = await openCache(options);
  try {
    const kept = await KeptFiles.open(join(cache.folder, 'pages'));
    await makePages(pages, kept, site);
    await kept.save();
    return changesBetween(kept.before, kept.now, templatesOf(pages));
  } finally {
    await cache.close();
  }
}

async function makePages(pages: readonly SitePage[], kept: KeptFiles, site: string): Promise<void> {
  const missing = pages.filter(({ key }) => key === undefined || !kept.place(key, site));
  const progress = showProgress(missing.length);
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
