/**
 * The content loaders. One reading of the content folder serves all collections: it checks everything,
 * reports every problem at once, and drops what is not to be published before Astro sees any of it.
 */
import type { Loader } from 'astro/loaders';
import { settings } from '#settings.ts';
import { joinPreview } from './live-content.ts';
import { makePictures } from './make-pictures.ts';
import { ContentError, formatNotices } from './problems.ts';
import { type Content, readContent } from './read-content.ts';
import { formatSchedule } from './schedule.ts';

let reading: Promise<Content> | undefined;

async function readForBuild(): Promise<Content> {
  const { content, pictures, problems, notices, schedule } = await readContent({
    ...settings,
    showDrafts: false,
  });
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) throw new ContentError(problems);
  const broken = await makePictures(pictures);
  if (broken.length > 0) throw new ContentError(broken);
  console.log(formatSchedule(schedule));
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
    const { store, watcher, logger } = context;
    const fill = (content: Content): void => {
      store.clear();
      for (const entry of content[kind]) {
        const { html, ...stored } = toEntry(entry);
        store.set({
          ...stored,
          digest: context.generateDigest({ ...stored.data, html }),
          ...(html === undefined ? {} : { rendered: { html } }),
        });
      }
    };
    // Only the live preview watches.
    if (watcher) await joinPreview(fill, watcher, logger);
    else fill(await (reading ??= readForBuild()));
  },
});

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
