/** Writes the whole site into a folder, and renders only what is not as it was: docs/decisions/0023. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { settings } from '#settings.ts';
import { offerCardNames, saveCardNames } from './card-names.ts';
import { offerCollections } from './collections.ts';
import { keepCompressed } from './compressed.ts';
import { digestOf, digestOfText } from './digest.ts';
import { allOf, workThrough } from './every-core.ts';
import { hostFiles, publishedSite } from './host-files.ts';
import { sourceRevision, writeIntegrity } from './integrity.ts';
import { KeptFiles, type SiteFolder } from './kept-files.ts';
import { fileOf, type Makers, startMakers } from './makers.ts';
import { completeOfflineList, isOfflineList, pagesOfList } from './offline-list.ts';
import { isCard, isRecords } from './page-kinds.ts';
import { showProgress } from './progress.ts';
import { isOfCards, projectDigest } from './project-files.ts';
import type { Content } from './read-content.ts';
import { readForBuild } from './read-for-build.ts';
import type { SitePage } from './site-pages.ts';
import { scanOnThread } from './site-scan.ts';
import { compileTemplates, type Templates } from './templates.ts';
import { everyFile } from './walk.ts';
import { type Changes, changesBetween, reasonsFor } from './what-changed.ts';

export interface BuildOptions {
  /** Makes everything anew, and trusts nothing of what earlier builds kept. */
  readonly cold?: boolean;
}

/** Makes a folder the site, whatever stands in it; `cache` is where earlier builds kept what they made. */
export async function buildPages(
  site: string,
  cache: string,
  options: BuildOptions = {},
): Promise<Changes> {
  const there = scanOnThread(site);
  // Whatever happens, nobody is left looking around in the folder.
  const [changes] = await allOf([buildIn({ folder: site, there }, cache, options), there]);
  return changes;
}

async function buildIn(site: SiteFolder, cache: string, options: BuildOptions): Promise<Changes> {
  let opened: Promise<KeptFiles> | undefined;
  const open = (): Promise<KeptFiles> => (opened ??= KeptFiles.open(join(cache, 'pages'), site));
  const [{ content, changed, ...read }, templates, revision] = await allOf([
    // What is needed when a file changed is made ready while others read that; what goes wrong is told when it is needed.
    readForBuild(
      join(cache, 'content'),
      () => void Promise.allSettled([open(), importLister()]),
      options,
    ),
    compileTemplates(options),
    sourceRevision(),
  ]);
  const kept = await open();
  const inputs = { ...read.inputs, code: `${templates.key} ${settings.precompress}` };
  const pages = (await kept.takeAll(inputs)) ? [] : await makeSite(content, templates, cache, kept);
  kept.layOut();
  await writeIntegrity(site.folder, kept.files, revision);
  await kept.save();
  return {
    ...changesBetween(kept.before, kept.files, templatesOf(pages)),
    reasons: reasonsFor(kept.inputsBefore, inputs, changed),
  };
}

/** Loads what lists pages, where there are pages to be made: with it comes a part of Astro. */
const importLister = (): Promise<typeof import('./site-pages.ts')> => import('./site-pages.ts');

async function makeSite(
  content: Content,
  templates: Templates,
  cache: string,
  kept: KeptFiles,
): Promise<SitePage[]> {
  const makers = startMakers();
  try {
    offerCollections(content);
    const drawing = await projectDigest(isOfCards);
    await offerCardNames(join(cache, 'card-names.json'), drawing);
    const { listPages } = await importLister();
    const pages = await listPages(templates);
    await saveCardNames(drawing);
    await kept.look();
    await keepAssets(templates, kept);
    await makePages(pages, kept, makers);
    kept.keep('for hosts', hostFiles(publishedSite(kept.files.values())));
    if (settings.precompress) await keepCompressed(kept);
    return pages;
  } finally {
    await makers.end();
  }
}

async function keepAssets({ key, assets }: Templates, kept: KeptFiles): Promise<void> {
  if (kept.take(key)) return;
  const files = await Promise.all(
    (await everyFile(assets)).map(async (path) => ({
      path,
      bytes: await readFile(join(assets, path)),
    })),
  );
  kept.keep(key, files);
}

async function makePages(
  pages: readonly SitePage[],
  kept: KeptFiles,
  makers: Makers,
): Promise<void> {
  const progress = showProgress('pages made');
  const make = async (page: SitePage): Promise<void> => {
    kept.keep(keyOf(page), await makers.filesOf(page));
    progress.step();
    // Others have their turn.
    await setImmediate();
  };
  const missingOf = async (some: readonly SitePage[]): Promise<SitePage[]> => {
    const missing: SitePage[] = [];
    for (const [number, page] of some.entries()) {
      if (page.key === undefined || !kept.take(page.key)) missing.push(page);
      // An index takes longest, and is begun meanwhile.
      if (number % 500 === 499) await setImmediate();
    }
    progress.expect(missing.length);
    return missing;
  };
  const { records = [], cards = [], last = [], others = [] } = Object.groupBy(pages, turnOf);
  try {
    const indexed = missingOf(records);
    const drawn = indexed.then(() => missingOf(cards)).then((missing) => missing.values());
    const rendered = drawn.then(() => missingOf(others));
    const hands = new Array<typeof drawn>(cardsAtOnce).fill(drawn);
    await workThrough([indexed, ...hands, rendered], make);
    // They tell the versions of pages, and so are made when those are there.
    for (const page of last) await makeOfflineList(page, kept);
  } finally {
    progress.end();
  }
}

async function makeOfflineList(page: SitePage, kept: KeptFiles): Promise<void> {
  const draft = await page.render();
  const versions = pagesOfList(draft).map((path) => kept.files.get(path)?.digest);
  const key = digestOf([keyOf(page), digestOfText(draft), versions]);
  if (kept.take(key)) return;
  kept.keep(key, [fileOf(page, await completeOfflineList(draft, (path) => kept.read(path)))]);
}

/** Enough that their thread finds the next one ready, while this one is busy with a page. */
const cardsAtOnce = 2;

/** Who makes a page, and when. */
function turnOf(page: SitePage): 'records' | 'cards' | 'last' | 'others' {
  if (isRecords(page)) return 'records';
  if (isCard(page)) return 'cards';
  return isOfflineList(page.file) ? 'last' : 'others';
}

const keyOf = ({ key, file }: SitePage): string => key ?? digestOfText(file);

const templatesOf = (pages: readonly SitePage[]): ReadonlyMap<string, string> =>
  new Map(pages.map(({ file, template }) => [file, template]));
