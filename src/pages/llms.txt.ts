import type { APIRoute } from 'astro';
import { getPages } from '#data/pages.ts';
import { wordsOf } from '#i18n/strings.ts';
import { llms } from '#lib/llms.ts';
import { editions } from '#site.ts';

const parts = editions.map((edition) => ({
  edition,
  words: wordsOf(edition),
  pages: getPages(edition),
}));

export const GET: APIRoute = () =>
  new Response(llms(parts), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
