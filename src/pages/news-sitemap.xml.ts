import type { APIRoute } from 'astro';
import { getArticles } from '#data/articles.ts';
import { isNews } from '#lib/clock.ts';
import { newsSitemap } from '#lib/news-sitemap.ts';
import { homePath } from '#lib/urls.ts';
import { editions } from '#site.ts';

export const GET: APIRoute = () =>
  new Response(
    newsSitemap(editions.flatMap(getArticles), {
      isNews,
      homePath: homePath({ folder: '' }),
    }),
    { headers: { 'content-type': 'application/xml; charset=utf-8' } },
  );
