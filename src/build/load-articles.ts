/**
 * The content loaders. The live preview fills the collections as it reads; a build hands them over when it
 * renders (collections.ts), and the compiler of the templates sees none of it.
 */
import type { Loader } from 'astro/loaders';
import { collectionsOf } from './entries.ts';
import { joinPreview } from './live-content.ts';
import type { Content } from './read-content.ts';

const loader = (kind: keyof Content): Loader => ({
  name: `content-${kind}`,
  load: async (context) => {
    const { store, watcher, logger } = context;
    // Only the live preview watches.
    if (!watcher) return;
    const fill = (content: Content): void => {
      store.clear();
      for (const { id, data, rendered } of collectionsOf(content)[kind]) {
        const html = rendered?.html ?? '';
        const digest = context.generateDigest({ ...data, html });
        store.set({ id, data, digest, ...(rendered && { rendered: { html } }) });
      }
    };
    await joinPreview(fill, watcher, logger);
  },
});

export const articleLoader = loader('articles');
export const authorLoader = loader('authors');
export const pageLoader = loader('pages');
export const commentLoader = loader('comments');
export const pictureLoader = loader('pictures');
