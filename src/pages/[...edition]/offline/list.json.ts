import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getArticles } from '#data/articles.ts';
import { editionPaths } from '#lib/route.ts';
import { offlinePath, textPaths } from '#lib/urls.ts';
import { site } from '#site.ts';

/** In their order, no more than could fit; src/build/offline-list.ts completes it, which knows the pages. */
export const getStaticPaths = () =>
  editionPaths((edition) => ({
    always: [offlinePath(edition)],
    // A page takes a kilobyte at least.
    newest: getArticles(edition).slice(0, site.offline.newestKilobytes).map(textPaths.article),
  })).filter(() => site.offline.enabled);

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props);
