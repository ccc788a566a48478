/** Files under the digests of their bytes, and what is known of each, so that it need not be read to be believed. */
import { mkdirSync, readFileSync, renameSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfText } from './digest.ts';

export interface StoredFile {
  /** The digest of the bytes, and the file's name in the store. */
  readonly digest: string;
  readonly size: number;
  /** Milliseconds; a file that was changed in place has another. */
  readonly changedAt: number;
}

export class FileStore {
  readonly #folder: string;
  readonly #written = new Map<string, StoredFile>();
  readonly #made = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf({ digest }: Pick<StoredFile, 'digest'>): string {
    return join(this.#folder, digest.slice(0, 2), digest.slice(2));
  }

  /** Written under another name first: a build that dies leaves no half of a file under a digest. */
  write(bytes: Uint8Array): StoredFile {
    const digest = digestOfText(bytes);
    let stored = this.#written.get(digest);
    if (!stored) {
      const path = this.pathOf({ digest });
      this.#makeFolder(dirname(path));
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, bytes);
      renameSync(draft, path);
      stored = knownAs(digest, statSync(path));
      this.#written.set(digest, stored);
    }
    return stored;
  }

  /**
   * What is known of a file that an earlier build wrote, if it is still that file. One whose time is another,
   * as in a cache that was unpacked, counts if its bytes are the same.
   */
  check(stored: StoredFile): StoredFile | undefined {
    const path = this.pathOf(stored);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.size !== stored.size) return undefined;
    if (stats.mtimeMs === stored.changedAt) return stored;
    return digestOfText(readFileSync(path)) === stored.digest
      ? knownAs(stored.digest, stats)
      : undefined;
  }

  /** Lets go of all other files, and of what dead builds left. */
  async keepOnly(wanted: ReadonlySet<string>): Promise<void> {
    for (const shelf of await readdir(this.#folder, { withFileTypes: true }).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(shelf.name)) continue;
      for (const rest of await readdir(join(this.#folder, shelf.name))) {
        if (wanted.has(shelf.name + rest)) continue;
        await rm(join(this.#folder, shelf.name, rest), { force: true });
      }
    }
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

const knownAs = (digest: string, { size, mtimeMs }: Stats): StoredFile => ({
  digest,
  size,
  changedAt: mtimeMs,
});
