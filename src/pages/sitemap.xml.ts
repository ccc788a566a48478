import type { APIRoute } from 'astro';
import { getSitemapParts } from '#data/sitemap.ts';
import { sitemapIndex } from '#lib/sitemap.ts';

export const GET: APIRoute = () =>
  new Response(sitemapIndex(getSitemapParts()), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
