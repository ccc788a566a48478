import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths, getFeed } from '#data/feeds.ts';
import { wordsOf } from '#i18n/strings.ts';
import { jsonFeed } from '#lib/feed-json.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(jsonFeed(await getFeed(props, wordsOf(props.edition))), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
