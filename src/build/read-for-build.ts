/** Reads the content for a build, and tells whoever runs it what to know. */
import { isStillPublished, type CarriedFiles } from '#lib/carried.ts';
import { isNews, today } from '#lib/clock.ts';
import { settings } from '#settings.ts';
import { editions } from '#site.ts';
import { readCarried } from './carried-list.ts';
import { digestOf } from './digest.ts';
import type { Inputs } from './kept-list.ts';
import { KeptRecords } from './kept-records.ts';
import { ContentError, formatNotices } from './problems.ts';
import { showProgress } from './progress.ts';
import { isOfReading, projectDigest } from './project-files.ts';
import { type Content, readContent } from './read-content.ts';
import { readOnThreads } from './read-on-threads.ts';
import { formatSchedule } from './schedule.ts';

interface ReadForBuild {
  readonly content: Content;
  /** Tell all that pages show of the content, the clock and what can be downloaded. */
  readonly inputs: Inputs;
  /** Files that are other than for the last build; unknown where that was of other code. */
  readonly changed: readonly string[];
}

/**
 * Reads the content, of which earlier builds kept what they read in a folder; refuses what is wrong, and tells what to
 * know. `foresee` is called as soon as a file turns out to be other than it was: who goes on with the content can prepare.
 */
export async function readForBuild(
  folder: string,
  foresee: () => void,
  options: { readonly cold?: boolean } = {},
): Promise<ReadForBuild> {
  const { contentDir, siteUrl } = settings;
  const key = digestOf([await projectDigest(isOfReading), siteUrl.href]);
  const kept = await KeptRecords.open(folder, key);
  const reader = readOnThreads({ contentDir, siteUrl }, () => showProgress('files read'));
  const read = kept.records({
    ...reader,
    prepare: () => {
      reader.prepare();
      foresee();
    },
  });
  const reading = await readContent({ ...settings, showDrafts: false }, read);
  const { content, pictures, problems, notices, schedule } = reading;
  // Of content with problems too: who mends one file need not wait for the others.
  await kept.save();
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  if (pictures.some(({ files }) => files.some(({ recipe }) => recipe))) {
    // Loaded where there is a photograph: what develops it is large.
    const { makePictures } = await import('./make-pictures.ts');
    const broken = await makePictures(pictures, options);
    if (broken.length > 0) throw new ContentError(broken);
  }
  console.log(formatSchedule(schedule));
  const inputs = {
    content: kept.digest,
    due: digestOf(content.articles.map(({ id, fields }) => [id, isNews(fields)])),
    day: editions.map(today).join(' '),
    downloads: digestOf(offered(content)),
  };
  return { content, inputs, changed: kept.changed };
}

/** What can be downloaded to carry. Pages leave out files that hold a story which is not published any more. */
function offered({ articles }: Content): CarriedFiles | undefined {
  const carried = readCarried();
  const isOut = (edition: string): ReadonlySet<string> =>
    new Set(articles.filter((article) => article.edition === edition).map(({ slug }) => slug));
  for (const file of carried?.files ?? []) {
    if (isStillPublished(file, isOut(file.edition))) continue;
    console.warn(
      `Warning: ${file.file} holds a story that is not published any more, and was left out. Run npm run edition.`,
    );
  }
  return carried;
}
