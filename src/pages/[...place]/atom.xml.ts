import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { feedPaths, getFeed } from '#data/feeds.ts';
import { wordsOf } from '#i18n/strings.ts';
import { atom } from '#lib/feed-atom.ts';

export const getStaticPaths = feedPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(atom(await getFeed(props, wordsOf(props.edition))), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
