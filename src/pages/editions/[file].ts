import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getCarriedFile, getCarriedFiles } from '#data/editions.ts';

export const getStaticPaths = (() =>
  getCarriedFiles().map((carried) => ({
    params: { file: carried.file },
    props: { carried },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { carried },
}) => new Response(await getCarriedFile(carried));
