/**
 * The content loaders. One reading of the content folder serves all collections: it checks everything,
 * reports every problem at once, and drops what is not to be published before Astro sees any of it.
 */
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { settings } from '#settings.ts';
import { ContentError, formatNotices } from './problems.ts';
import { type Content, readContent } from './read-content.ts';

let reading: Promise<Content> | undefined;

async function read(showDrafts: boolean): Promise<Content> {
  const { content, problems, notices } = await readContent({ ...settings, showDrafts });
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  return content;
}

/** A loader for one collection; in the live preview it loads again when a file in the content folder changes. */
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
    // Only the live preview watches.
    const showDrafts = context.watcher !== undefined;
    const fill = async (): Promise<void> => {
      reading ??= read(showDrafts);
      const entries = (await reading)[kind];
      context.store.clear();
      for (const entry of entries) {
        const { html, ...stored } = toEntry(entry);
        context.store.set({
          ...stored,
          digest: context.generateDigest({ ...stored.data, html }),
          ...(html === undefined ? {} : { rendered: { html } }),
        });
      }
    };
    await fill();
    watch(context, fill);
  },
});

function watch({ watcher, logger }: LoaderContext, fill: () => Promise<void>): void {
  if (!watcher) return;
  const folder = resolve(settings.contentDir);
  watcher.add(folder);
  watcher.on('all', (_event, path) => {
    if (!resolve(path).startsWith(folder)) return;
    reading = undefined;
    fill().catch((error: unknown) => {
      reading = undefined;
      logger.error(error instanceof Error ? error.message : String(error));
    });
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
