import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths, getFeed } from '#data/feeds.ts';
import { wordsOf } from '#i18n/strings.ts';
import { rss } from '#lib/feed-rss.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(rss(await getFeed(props, wordsOf(props.edition))), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
