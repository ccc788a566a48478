/** The live preview: content is read again whenever a file of it changes, and problems are shown. */
import { resolve, sep } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { settings } from '#settings.ts';
import { contentWasRead } from './dev-problems.ts';
import { ContentError, formatNotices } from './problems.ts';
import { type Content, readContent } from './read-content.ts';

type Fill = (content: Content) => void;
type Watcher = NonNullable<LoaderContext['watcher']>;
type Logger = LoaderContext['logger'];

const fills: Fill[] = [];
let latest: Content | undefined;
let firstReading: Promise<void> | undefined;

/** Fills a collection now and after every change. With a problem, the last good content stays. */
export async function joinPreview(fill: Fill, watcher: Watcher, logger: Logger): Promise<void> {
  fills.push(fill);
  firstReading ??= start(watcher, logger);
  await firstReading;
  if (latest) fill(latest);
}

function start(watcher: Watcher, logger: Logger): Promise<void> {
  const folder = resolve(settings.contentDir);
  let waiting: NodeJS.Timeout | undefined;
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (!resolve(path).startsWith(folder + sep)) return;
    clearTimeout(waiting);
    // Programs save a file in several steps.
    waiting = setTimeout(() => void refresh(watcher, logger), 50);
  });
  return refresh(watcher, logger);
}

/** What was said last, so that each change says only what it changed. */
let told = { notices: '', problems: '' };

async function refresh(watcher: Watcher, logger: Logger): Promise<void> {
  const { content, problems, notices } = await readContent({ ...settings, showDrafts: true });
  const now = {
    notices: formatNotices(notices),
    problems: problems.length === 0 ? '' : new ContentError(problems, 'The preview waits.').message,
  };
  if (now.notices !== told.notices && now.notices !== '') logger.warn(now.notices);
  if (now.problems !== told.problems) {
    if (now.problems === '') logger.info('All problems are mended.');
    else logger.error(now.problems);
  }
  told = now;
  if (now.problems !== '') {
    watcher.emit(contentWasRead, now.problems, '');
    return;
  }
  latest = content;
  for (const fill of fills) fill(content);
  watcher.emit(contentWasRead, '', '');
}
