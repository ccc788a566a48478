/* For src/build/search-index.ts, which puts an index in its place. */
import type { APIRoute } from 'astro';
import { getSearchRecords } from '#data/search.ts';
import { editionPaths } from '#lib/route.ts';
import type { Edition } from '#site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ edition: Edition }> = async ({ props: { edition } }) =>
  Response.json(await getSearchRecords(edition));
