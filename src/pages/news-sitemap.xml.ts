import type { APIRoute } from 'astro';
import { getArticles } from '#data/articles.ts';
import { newsSitemap } from '#lib/news-sitemap.ts';
import { homePath } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { editions } from '#site.ts';

export const GET: APIRoute = () =>
  new Response(
    newsSitemap(editions.flatMap(getArticles), {
      now: settings.now,
      homePath: homePath({ folder: '' }),
    }),
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
