import { type CollectionEntry, getCollection } from 'astro:content';
import { readPicture } from '#build/pictures.ts';

/** Every picture that a published page shows. */
export const getPictures = (): Promise<CollectionEntry<'pictures'>[]> => getCollection('pictures');

/** The bytes of a picture and their media type. */
export const getPicture = async ({ data }: CollectionEntry<'pictures'>) => ({
  bytes: await readPicture(data.source),
  type: data.type,
});
