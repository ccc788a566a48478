import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files below a folder, as paths from it with `/`, in the order of their names; none if it is not there. */
export async function listFiles(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    },
  );
  const found = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry): Promise<string[]> => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory()) return listFiles(folder, path);
        // Symbolic links could lead out of the content folder.
        return entry.isFile() ? [path] : [];
      }),
  );
  return found.flat().sort((a, b) => (a < b ? -1 : 1));
}

/** All files below a folder that is there, hidden ones too, as paths from it with `/`, in the order of their names. */
export const everyFile = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
