import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The folders of one generator in a benchmark. */
export interface Bench {
  /** The content folder: articles/<edition>/… */
  readonly archive: string;
  /** For its configuration and templates. */
  readonly work: string;
  /** For what it builds. */
  readonly site: string;
}

/** Files by their paths in a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
