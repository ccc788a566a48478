/**
 * The content loaders. One reading of the content folder serves all collections: it checks everything,
 * reports every problem at once, and drops what is not to be published before Astro sees any of it.
 */
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { settings } from '#settings.ts';
import { ContentError, formatNotices } from './problems.ts';
import { type Content, readContent } from './read-content.ts';
import { formatSchedule } from './schedule.ts';

/** Fills a collection's store from what was read. */
type Fill = (content: Content) => void;

let reading: Promise<Content> | undefined;
const fills: Fill[] = [];

async function read(showDrafts: boolean): Promise<Content> {
  const { content, problems, notices, schedule } = await readContent({ ...settings, showDrafts });
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  if (!showDrafts) console.log(formatSchedule(schedule));
  return content;
}

const loader = <Kind extends keyof Content>(
  kind: Kind,
  toEntry: (entry: Content[Kind][number]) => {
    id: string;
    data: Record<string, unknown>;
    html?: string;
  },
): Loader => ({
  name: `content-${kind}`,
  load: async (context) => {
    const fill: Fill = (content) => {
      context.store.clear();
      for (const entry of content[kind]) {
        const { html, ...stored } = toEntry(entry);
        context.store.set({
          ...stored,
          digest: context.generateDigest({ ...stored.data, html }),
          ...(html === undefined ? {} : { rendered: { html } }),
        });
      }
    };
    // Only the live preview watches.
    reading ??= read(context.watcher !== undefined);
    fill(await reading);
    if (context.watcher && fills.push(fill) === 1) watch(context.watcher, context.logger);
  },
});

/** In the live preview, reads everything again when a file in the content folder changes. */
function watch(
  watcher: NonNullable<LoaderContext['watcher']>,
  logger: LoaderContext['logger'],
): void {
  const folder = resolve(settings.contentDir);
  let waiting: NodeJS.Timeout | undefined;
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (!resolve(path).startsWith(folder)) return;
    clearTimeout(waiting);
    // An editor's programs save a file in several steps.
    waiting = setTimeout(() => {
      reading = read(true);
      reading
        .then((content) => {
          for (const fill of fills) fill(content);
        })
        .catch((error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        });
    }, 50);
  });
}

export const articleLoader = loader('articles', ({ id, html, fields, ...place }) => ({
  id,
  html,
  data: { ...fields, ...place },
}));

export const authorLoader = loader('authors', ({ id, html, fields }) => ({
  id,
  html,
  data: { ...fields },
}));

export const pageLoader = loader('pages', ({ id, html, fields, edition, slug }) => ({
  id,
  html,
  data: { ...fields, edition, slug },
}));

export const commentLoader = loader('comments', ({ id, html, fields, article, slug }) => ({
  id,
  html,
  data: { ...fields, article, number: slug },
}));

export const pictureLoader = loader('pictures', ({ file, ...data }) => ({
  id: file,
  data: { ...data },
}));
