/**
 * Files that earlier builds made, kept under the digest of their bytes, and a list of which key made which.
 * The list is written last and whole, so that a build that dies leaves no half of anything; a file that is
 * not as the list says is made again. What may be trusted, and why: docs/decisions/0025.
 */
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOfText } from './digest.ts';

/** A file of a site. */
export interface SiteFile {
  /** From the site's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Kept {
  readonly path: string;
  /** The digest of the bytes, and the file's name among the kept ones. */
  readonly digest: string;
  readonly size: number;
  /** Milliseconds; a file that was changed in place has another. */
  readonly changedAt: number;
}

const listName = 'kept.json';
const version = 2;

export class KeptFiles {
  readonly #folder: string;
  readonly #before: ReadonlyMap<string, readonly Kept[]>;
  readonly #now = new Map<string, readonly Kept[]>();
  readonly #written = new Map<string, Stats>();

  private constructor(folder: string, before: ReadonlyMap<string, readonly Kept[]>) {
    this.#folder = folder;
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

  /** Puts the files that a key made into a site; false, and nothing, if one is not there as it was made. */
  place(key: string, site: string): boolean {
    const kept = this.#now.get(key) ?? this.#check(this.#before.get(key));
    if (!kept?.every(({ digest, path }) => put(this.#nameOf(digest), join(site, path)))) {
      return false;
    }
    this.#now.set(key, kept);
    return true;
  }

  /** Keeps what a key makes, and puts it into a site. */
  keep(key: string, files: readonly SiteFile[], site: string): void {
    this.#now.set(
      key,
      files.map(({ path, bytes }) => {
        const digest = digestOfText(bytes);
        const name = this.#nameOf(digest);
        let stats = this.#written.get(digest);
        if (!stats) {
          stats = write(name, bytes);
          this.#written.set(digest, stats);
        }
        if (!put(name, join(site, path))) {
          throw new Error(`${name} is gone. Is another program clearing the cache?`);
        }
        return keptAs(path, digest, stats);
      }),
    );
  }

  /** Writes the list, and lets go of what this build had no use for. */
  async save(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const draft = join(this.#folder, `${listName}.${process.pid}`);
    await writeFile(draft, JSON.stringify({ version, kept: [...this.#now] }));
    await rename(draft, join(this.#folder, listName));
    const wanted = new Set([...this.#now.values()].flat().map(({ digest }) => digest));
    for (const shelf of await readdir(this.#folder, { withFileTypes: true })) {
      if (!shelf.isDirectory()) continue;
      for (const rest of await readdir(join(this.#folder, shelf.name))) {
        if (wanted.has(shelf.name + rest)) continue;
        await rm(join(this.#folder, shelf.name, rest), { force: true });
      }
    }
  }

  #nameOf(digest: string): string {
    return join(this.#folder, digest.slice(0, 2), digest.slice(2));
  }

  #check(files: readonly Kept[] | undefined): readonly Kept[] | undefined {
    const checked = files?.map((kept) => this.#checkOne(kept));
    return checked?.every((kept) => kept !== undefined) ? checked : undefined;
  }

  /** A file whose time is another one, as in a cache that was unpacked, counts if its bytes are the same. */
  #checkOne(kept: Kept): Kept | undefined {
    const name = this.#nameOf(kept.digest);
    const stats = statSync(name, { throwIfNoEntry: false });
    if (stats?.size !== kept.size) return undefined;
    if (stats.mtimeMs === kept.changedAt) return kept;
    return digestOfText(readFileSync(name)) === kept.digest
      ? keptAs(kept.path, kept.digest, stats)
      : undefined;
  }
}

const keptAs = (path: string, digest: string, { size, mtimeMs }: Stats): Kept => ({
  path,
  digest,
  size,
  changedAt: mtimeMs,
});

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

/** Written under another name first: a build that dies leaves no half of a file under a digest. */
function write(name: string, bytes: Uint8Array): Stats {
  const draft = `${name}.${process.pid}`;
  makeFolder(dirname(name));
  writeFileSync(draft, bytes);
  renameSync(draft, name);
  return statSync(name);
}

const made = new Set<string>();

function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}

/** A second name for a file, or a copy of it where the disk has no such thing; false if it is gone. */
function put(file: string, path: string): boolean {
  makeFolder(dirname(path));
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
