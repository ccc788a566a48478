/**
 * The folder of a site: what stands in it already is compared, what is wrong or missing is put right. A folder that
 * was the site before differs in few places from the next one, and so is ready sooner than a new one.
 */
import { copyFileSync, linkSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredFile } from './file-store.ts';
import type { SeenSize, SiteScan } from './site-scan.ts';

/** Whether what was seen is a file as it was written: docs/decisions/0025. */
export const isAsWritten = (seen: SeenSize | undefined, file: StoredFile): boolean =>
  seen?.size === file.size && seen.changedAt === file.changedAt;

/**
 * Makes a folder, in which stands what the scan says, hold these files, by their paths in it, and nothing else. Files
 * are second names (hard links) of those at `pathOf`, or copies where the disk has no such thing.
 */
export function layOut<File extends StoredFile>(
  folder: string,
  there: SiteScan,
  files: ReadonlyMap<string, File>,
  pathOf: (file: File) => string,
): void {
  const isRight = (path: string, file: File | undefined): boolean =>
    file !== undefined && isAsWritten(there.files.get(path), file);
  for (const path of there.others) rmSync(join(folder, path));
  for (const path of there.files.keys()) {
    if (!isRight(path, files.get(path))) rmSync(join(folder, path));
  }
  const needed = foldersOf(files.keys());
  for (const path of [...there.folders].reverse()) {
    if (!needed.has(path)) rmdirSync(join(folder, path));
  }
  for (const path of needed) {
    if (!there.folders.has(path)) mkdirSync(join(folder, path), { recursive: true });
  }
  for (const [path, file] of files) {
    if (!isRight(path, file)) put(pathOf(file), join(folder, path));
  }
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    let end = path.lastIndexOf('/');
    while (end !== -1 && !folders.has(path.slice(0, end))) {
      folders.add(path.slice(0, end));
      end = path.lastIndexOf('/', end - 1);
    }
  }
  return folders;
}

function put(file: string, path: string): void {
  try {
    linkSync(file, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new Error(`${file} is gone. Is another program clearing the cache?`, { cause: error });
    }
    copyFileSync(file, path);
  }
}
