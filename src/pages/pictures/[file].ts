import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { getPicture, getPictures } from '#data/pictures.ts';

export const getStaticPaths = (async () =>
  (await getPictures()).map((picture) => ({
    params: { file: picture.id },
    props: { picture },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { picture },
}) => {
  const { bytes, type } = await getPicture(picture);
  return new Response(bytes, { headers: { 'content-type': type } });
};
