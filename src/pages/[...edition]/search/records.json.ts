/* For src/build/search-index.ts, which puts an index in its place. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getSearchRecords, searchEntries } from '#data/search.ts';
import { editionPaths } from '#lib/route.ts';

export const getStaticPaths = () =>
  editionPaths((edition) => ({ entries: searchEntries(edition) }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(await getSearchRecords(props.entries));
