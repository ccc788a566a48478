/** Files under the digests of their bytes, and what is known of each, so that it need not be read to be believed. */
import { mkdirSync, readFileSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256Of } from './digest.ts';

export interface StoredFile {
  /** The SHA-256 of the bytes, and the file's name in the store. */
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
    // Asked for each file of the site: `join` would take a while.
    return `${this.#folder}/${digest.slice(0, 2)}/${digest.slice(2)}`;
  }

  /**
   * Written, unless `known` is it and is still there. A build that dies may leave half of a file: it is in no list
   * then, and written anew by the next.
   */
  write(bytes: Uint8Array, known?: StoredFile): StoredFile {
    const digest = sha256Of(bytes);
    let stored =
      this.#written.get(digest) ?? (known?.digest === digest ? this.check(known) : undefined);
    if (!stored) {
      const path = this.pathOf({ digest });
      this.#makeFolder(dirname(path));
      writeNew(path, bytes);
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
    return sha256Of(readFileSync(path)) === stored.digest
      ? knownAs(stored.digest, stats)
      : undefined;
  }

  /** Lets go of those of the former files that are not needed; without them, of all else that stands here. */
  async keepOnly(needed: ReadonlySet<string>, former?: ReadonlySet<string>): Promise<void> {
    for (const digest of (former ?? (await this.#everything())).difference(needed)) {
      await rm(this.pathOf({ digest }), { force: true });
    }
  }

  /** What stands in the store, by the digests that it is named by; what dead builds left has no right name. */
  async #everything(): Promise<Set<string>> {
    const found = new Set<string>();
    for (const shelf of await readdir(this.#folder, { withFileTypes: true }).catch(() => [])) {
      if (!/^[0-9a-f]{2}$/.test(shelf.name)) continue;
      for (const rest of await readdir(join(this.#folder, shelf.name))) {
        found.add(shelf.name + rest);
      }
    }
    return found;
  }

  #makeFolder(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

/** Never over what is there: published sites share the files of the store. */
function writeNew(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    rmSync(path);
    writeFileSync(path, bytes, { flag: 'wx' });
  }
}

const knownAs = (digest: string, { size, mtimeMs }: Stats): StoredFile => ({
  digest,
  size,
  changedAt: mtimeMs,
});
