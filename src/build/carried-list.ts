/** The files that were made to be carried, as their list tells them. */
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarriedFile, CarriedFiles } from '#lib/carried.ts';
import { settings } from '#settings.ts';
import { sha256Of } from './digest.ts';

export const carriedList = 'editions.json';

/** What was made last; nothing where nothing was. */
export function readCarried(folder = settings.editionsDir): CarriedFiles | undefined {
  let text: string;
  try {
    text = readFileSync(join(folder, carriedList), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { madeAt, files } = JSON.parse(text) as { madeAt: string; files: CarriedFile[] };
  for (const { file, bytes } of files) {
    if (statSync(join(folder, file)).size !== bytes) {
      throw new Error(changed(join(folder, file)));
    }
  }
  return { madeAt: new Date(madeAt), files };
}

/** The bytes of a file, as they were when it was made. */
export async function readCarriedFile(
  { file, sha256 }: CarriedFile,
  folder = settings.editionsDir,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await readFile(join(folder, file)));
  if (sha256Of(bytes) !== sha256) throw new Error(changed(join(folder, file)));
  return bytes;
}

const changed = (path: string): string =>
  `${path} was changed since it was made. Run npm run edition.`;
