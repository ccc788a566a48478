/**
 * Files of sites that earlier builds made, and a list of which key made which. The list is written last and
 * whole, so that a build that dies leaves no half of anything; a file that is not as the list says is made
 * again. What may be trusted, and why: docs/decisions/0025.
 */
import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileStore, type StoredFile } from './file-store.ts';

/** A file of a site. */
export interface SiteFile {
  /** From the site's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Kept extends StoredFile {
  readonly path: string;
}

const listName = 'kept.json';
const version = 2;

export class KeptFiles {
  readonly #folder: string;
  readonly #store: FileStore;
  readonly #before: ReadonlyMap<string, readonly Kept[]>;
  readonly #now = new Map<string, readonly Kept[]>();

  private constructor(folder: string, before: ReadonlyMap<string, readonly Kept[]>) {
    this.#folder = folder;
    this.#store = new FileStore(folder);
    this.#before = before;
  }

  static async open(folder: string): Promise<KeptFiles> {
    const list = await readFile(join(folder, listName), 'utf8').catch(() => '');
    return new KeptFiles(folder, parseList(list));
  }

  /** Digests of the files that the last build made, by their paths in its site. */
  get before(): ReadonlyMap<string, string> {
    return digestsIn(this.#before);
  }

  /** The same of this build. */
  get now(): ReadonlyMap<string, string> {
    return digestsIn(this.#now);
  }

  /** Puts the files that a key made into a site; false if one of them is not there as it was made. */
  place(key: string, site: string): boolean {
    const kept = this.#now.get(key) ?? this.#check(this.#before.get(key));
    if (!kept?.every((file) => put(this.#store.pathOf(file), join(site, file.path)))) return false;
    this.#now.set(key, kept);
    return true;
  }

  /** Keeps what a key makes, and puts it into a site. */
  keep(key: string, files: readonly SiteFile[], site: string): void {
    this.#now.set(
      key,
      files.map(({ path, bytes }) => {
        const stored = this.#store.write(bytes);
        const file = this.#store.pathOf(stored);
        if (!put(file, join(site, path))) {
          throw new Error(`${file} is gone. Is another program clearing the cache?`);
        }
        return { path, ...stored };
      }),
    );
  }

  /** Writes the list, and lets go of what this build had no use for. */
  async save(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `${listName}.${process.pid}`);
    await writeFile(draft, JSON.stringify({ version, kept: [...this.#now] }));
    await rename(draft, join(this.#folder, listName));
    await this.#store.keepOnly(new Set([...this.#now.values()].flat().map(({ digest }) => digest)));
  }

  #check(files: readonly Kept[] | undefined): readonly Kept[] | undefined {
    const checked = files?.map((kept) => {
      const stored = this.#store.check(kept);
      return stored && { ...stored, path: kept.path };
    });
    return checked?.every((kept) => kept !== undefined) ? checked : undefined;
  }
}

const digestsIn = (list: ReadonlyMap<string, readonly Kept[]>): Map<string, string> =>
  new Map([...list.values()].flat().map(({ path, digest }) => [path, digest]));

/** The list of an earlier build; nothing where it cannot be understood. */
function parseList(text: string): Map<string, readonly Kept[]> {
  try {
    const list = JSON.parse(text) as { version: number; kept: [string, Kept[]][] };
    return new Map(list.version === version ? list.kept : []);
  } catch {
    return new Map();
  }
}

const made = new Set<string>();

/** A second name for a file, or a copy of it where the disk has no such thing; false if it is gone. */
function put(file: string, path: string): boolean {
  const folder = dirname(path);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  try {
    linkSync(file, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return false;
    // What was put there before one of its companions turned out to be gone.
    if (code === 'EEXIST') rmSync(path);
  }
  copyFileSync(file, path);
  return true;
}
