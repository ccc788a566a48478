import { type CollectionEntry, getCollection } from 'astro:content';

/** Every file of the pictures that published pages show. */
export const getPictures = (): Promise<CollectionEntry<'pictures'>[]> => getCollection('pictures');

/** The bytes of a file and their media type. */
export async function getPicture({ id, data }: CollectionEntry<'pictures'>) {
  // Loaded where a picture is made: what develops photographs is large.
  const { readPicture } = await import('#build/make-pictures.ts');
  return { bytes: await readPicture({ ...data, file: id }), type: data.type };
}
