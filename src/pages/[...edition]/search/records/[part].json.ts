/* For src/build/search-index.ts, which puts an index in its place. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getSearchParts, getSearchRecords } from '#data/search.ts';
import { editionParam } from '#lib/route.ts';
import { newestPart } from '#lib/search-parts.ts';
import { editions } from '#site.ts';

export const getStaticPaths = () =>
  editions.flatMap((edition) =>
    getSearchParts(edition).map(({ name = newestPart, stories }) => ({
      params: { edition: editionParam(edition), part: name },
      props: { stories },
    })),
  );

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  Response.json(await getSearchRecords(props.stories));
