import { type CollectionEntry, getCollection } from 'astro:content';
import { readPicture } from '#build/make-pictures.ts';

/** Every file of the pictures that published pages show. */
export const getPictures = (): Promise<CollectionEntry<'pictures'>[]> => getCollection('pictures');

/** The bytes of a file and their media type. */
export const getPicture = async ({ id, data }: CollectionEntry<'pictures'>) => ({
  bytes: await readPicture({ ...data, file: id }),
  type: data.type,
});
