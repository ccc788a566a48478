/** Writes the whole site into a folder, and renders only what is not as it was: docs/decisions/0023. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { recordsPath } from '#lib/search-parts.ts';
import { settings } from '#settings.ts';
import { offerCardNames, saveCardNames } from './card-names.ts';
import { openCache } from './cache-folder.ts';
import { offerCollections } from './collections.ts';
import { digestOf, digestOfText } from './digest.ts';
import { onEveryCore } from './every-core.ts';
import { KeptFiles } from './kept-files.ts';
import { KeptRecords } from './kept-records.ts';
import { completeOfflineList, isOfflineList } from './offline-list.ts';
import { ContentError, formatNotices } from './problems.ts';
import { showProgress } from './progress.ts';
import { isOfCards, isOfReading, projectDigest } from './project-files.ts';
import { type Content, readContent } from './read-content.ts';
import { readOnThreads } from './read-on-threads.ts';
import { formatSchedule } from './schedule.ts';
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
    const [names, drawing] = [
      join(cache.folder, 'card-names.json'),
      await projectDigest(isOfCards),
    ];
    await offerCardNames(names, drawing);
    const pages = await listPages(templates);
    await saveCardNames(names, drawing);
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
  const { content, pictures, problems, notices, schedule } = reading;
  // Of content with problems too: who mends one file need not wait for the others.
  await kept.save();
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  if (pictures.some(({ files }) => files.some(({ recipe }) => recipe))) {
    // Loaded where there is a photograph: what develops it is large.
    const { makePictures } = await import('./make-pictures.ts');
    const broken = await makePictures(pictures);
    if (broken.length > 0) throw new ContentError(broken);
  }
  console.log(formatSchedule(schedule));
  return content;
}

async function makePages(pages: readonly SitePage[], kept: KeptFiles, site: string): Promise<void> {
  const isLast = ({ file }: SitePage): boolean => isOfflineList(file);
  const missing = pages.filter(
    (page) => !isLast(page) && (page.key === undefined || !kept.place(page.key, site)),
  );
  const progress = showProgress(missing.length, 'pages made');
  const indexer = missing.some(isRecords) ? await import('./search-index.ts') : undefined;
  const make = async (page: SitePage): Promise<void> => {
    const bytes = await page.render();
    const files =
      indexer && isRecords(page)
        ? await indexer.searchFiles(page.file, bytes)
        : [{ path: page.file, bytes }];
    kept.keep(page.key ?? digestOfText(page.file), files, site);
    progress.step();
  };
  try {
    // Cards are drawn, and stories indexed, by threads and programs of their own.
    await onEveryCore(missing, make);
    // They tell the versions of pages, and so are made in each build when those are there.
    for (const page of pages.filter(isLast)) {
      const bytes = await completeOfflineList(await page.render(), site);
      kept.keep(digestOfText(page.file), [{ path: page.file, bytes }], site);
    }
  } finally {
    await indexer?.closeIndexer();
    progress.end();
  }
}

/** Whether a page is not published itself, but an index that is made of it. */
const isRecords = ({ file }: SitePage): boolean => recordsPath.test(file);

const templatesOf = (pages: readonly SitePage[]): ReadonlyMap<string, string> =>
  new Map(pages.map(({ file, template }) => [file, template]));
