import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCardPicture, getCards, getSocialCard } from '#data/cards.ts';

export const getStaticPaths = (() =>
  getCards().map((card) => ({
    params: { file: getSocialCard(card).file },
    props: { card },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { card },
}) => new Response(await getCardPicture(card), { headers: { 'content-type': 'image/png' } });
