import type { APIRoute } from 'astro';
import { getArticles } from '#data/articles.ts';
import { editionPaths } from '#lib/route.ts';
import { offlinePath, textPaths } from '#lib/urls.ts';
import { type Edition, site } from '#site.ts';

export const getStaticPaths = () => (site.offline.enabled ? editionPaths() : []);

/** In their order, no more than could fit; src/build/offline-list.ts completes it, which knows the pages. */
export const GET: APIRoute<{ edition: Edition }> = ({ props: { edition } }) =>
  Response.json({
    always: [offlinePath(edition)],
    // A page takes a kilobyte at least.
    newest: getArticles(edition).slice(0, site.offline.newestKilobytes).map(textPaths.article),
  });
