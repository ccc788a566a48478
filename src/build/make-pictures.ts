/** The files under which pictures are published. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onEveryCore } from './every-core.ts';
import { fileCache } from './file-cache.ts';
import { develop, unreadable } from './photographs.ts';
import type { PictureFile, PublishedFile } from './pictures.ts';
import type { Problem } from './problems.ts';

const cache = fileCache(join('node_modules', '.cache', 'pictures'));

/** The bytes under which a file is published. Of a photograph, never those that the camera wrote. */
export async function readPicture({ file, source, recipe }: PublishedFile) {
  if (!recipe) return readFile(source);
  const kept = await cache.read(file);
  if (kept) return kept;
  const made = await develop(await readFile(source), recipe);
  await cache.write(file, made);
  return made;
}

/** Makes what takes time, on every core, and says which photographs are broken. */
export async function makePictures(pictures: Iterable<PictureFile>): Promise<Problem[]> {
  const broken = new Set<string>();
  await onEveryCore(
    [...pictures].flatMap(({ files }) => files).filter(({ recipe }) => recipe),
    // What was made is read, and held against its digest, when it is published.
    async (file) =>
      (await cache.has(file.file)) || readPicture(file).catch(() => broken.add(file.source)),
  );
  return [...broken].sort().map((file) => ({
    file,
    line: 1,
    column: 1,
    field: 'file',
    message: `is a picture ${unreadable}`,
  }));
}
