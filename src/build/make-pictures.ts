/** The files under which pictures are published. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from './digest.ts';
import { onEveryCore } from './every-core.ts';
import { fileCache } from './file-cache.ts';
import { develop, type Recipe, unreadable } from './photographs.ts';
import type { PictureFile, PublishedFile } from './pictures.ts';
import { ContentError, type Problem } from './problems.ts';

const cache = fileCache(join('node_modules', '.cache', 'pictures'));

/** The bytes under which a file is published. Of a photograph, never those that the camera wrote. */
export async function readPicture(file: PublishedFile): Promise<Uint8Array<ArrayBuffer>> {
  if (!file.recipe) return readOriginal(file);
  return (await cache.read(file.file)) ?? makePicture(file, file.recipe);
}

async function makePicture(file: PublishedFile, recipe: Recipe): Promise<Uint8Array<ArrayBuffer>> {
  const made = await develop(await readOriginal(file), recipe);
  await cache.write(file.file, made);
  return made;
}

/** The picture that was found: another one, saved since, would stand under its name, and nobody had looked at it. */
async function readOriginal({ source, original }: PublishedFile): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readFile(source);
  if (sha256Of(bytes) === original) return bytes;
  throw new ContentError([problemIn(source, 'was changed while the site was built. Build again.')]);
}

/** Makes what takes time, on every core, and says which photographs are broken. `cold` makes anew what is there. */
export async function makePictures(
  pictures: Iterable<PictureFile>,
  { cold = false } = {},
): Promise<Problem[]> {
  const broken = new Set<string>();
  await onEveryCore(
    // A hundred stories may show the same one.
    new Map([...pictures].flatMap(({ files }) => files).map((file) => [file.file, file])).values(),
    async (file) => {
      // What was made is read, and held against its digest, when it is published.
      if (!file.recipe || (!cold && (await cache.has(file.file)))) return;
      await makePicture(file, file.recipe).catch((error: unknown) => {
        if (error instanceof ContentError) throw error;
        broken.add(file.source);
      });
    },
  );
  return [...broken].sort().map((file) => problemIn(file, `is a picture ${unreadable}`));
}

const problemIn = (file: string, message: string): Problem => ({
  file,
  line: 1,
  column: 1,
  field: 'file',
  message,
});
