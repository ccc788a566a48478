import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { getSitemapParts } from '#data/sitemap.ts';
import { sitemap } from '#lib/sitemap.ts';

export const getStaticPaths = () =>
  getSitemapParts().map((part) => ({ params: { part: part.name }, props: { part } }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(sitemap(props.part), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
