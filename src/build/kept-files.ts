/**
 * Files of sites that earlier builds made, and a list of which key made which. The list is written last and
 * whole, so that a build that dies leaves no half of anything; a file that is not as the list says is made
 * again. What may be trusted, and why: docs/decisions/0025.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PageSays } from '#lib/hosts/published-page.ts';
import { FileStore } from './file-store.ts';
import { type Inputs, type KeptFile, keptList } from './kept-list.ts';
import { KeptMap } from './kept-map.ts';
import type { SiteScan } from './site-scan.ts';
import { isAsWritten, layOut } from './site-tree.ts';

/** A file of a site. */
export interface SiteFile extends PageSays {
  /** From the site's folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The folder that becomes the site, and what stands in it: that takes a while to find out, and is needed late. */
export interface SiteFolder {
  readonly folder: string;
  readonly there: Promise<SiteScan>;
}

const listName = 'kept.json';

export class KeptFiles {
  readonly #store: FileStore;
  readonly #list: KeptMap<Inputs, readonly KeptFile[]>;
  readonly #site: SiteFolder;
  #there: SiteScan | undefined;
  #inputs: Inputs = {};
  readonly #now = new Map<string, readonly KeptFile[]>();
  readonly #files = new Map<string, KeptFile>();
  #isOther = false;

  private constructor(
    folder: string,
    list: KeptMap<Inputs, readonly KeptFile[]>,
    site: SiteFolder,
  ) {
    this.#store = new FileStore(folder);
    this.#list = list;
    this.#site = site;
  }

  /** What earlier builds kept in a folder, for the site that is to stand in another. */
  static async open(folder: string, site: SiteFolder): Promise<KeptFiles> {
    return new KeptFiles(folder, await KeptMap.open(join(folder, listName), keptList), site);
  }

  /** Waits until it is known what stands in the site's folder: nothing can be taken or laid out before. */
  async look(): Promise<void> {
    this.#there = await this.#site.there;
  }

  /** What the last build was made of. */
  get inputsBefore(): Inputs {
    return this.#list.head ?? {};
  }

  /** The files that the last build made, by their paths in its site. */
  get before(): ReadonlyMap<string, KeptFile> {
    return new Map([...this.#list.entries.values()].flat().map((file) => [file.path, file]));
  }

  /** The files of this build, by their paths in its site. */
  get files(): ReadonlyMap<string, KeptFile> {
    return this.#files;
  }

  /**
   * Takes all files of the last build into this one, if that was made of the same inputs and they are all there as
   * they were made; else none, and false.
   */
  async takeAll(inputs: Inputs): Promise<boolean> {
    this.#inputs = inputs;
    if (!isDeepStrictEqual(inputs, this.inputsBefore)) return false;
    await this.look();
    if ([...this.#list.entries.keys()].every((key) => this.take(key))) return true;
    this.#now.clear();
    this.#files.clear();
    return false;
  }

  /** Takes the files that a key made into this build; false if one of them is not there as it was made. */
  take(key: string): boolean {
    const kept = this.#now.get(key) ?? this.#check(this.#list.entries.get(key));
    if (kept) this.#add(key, kept);
    return kept !== undefined;
  }

  /** Keeps what a key makes, and takes it into this build. */
  keep(key: string, files: readonly SiteFile[]): void {
    const last = this.#list.entries.get(key) ?? [];
    const kept = files.map(({ bytes, ...file }): KeptFile => {
      const known = last.find(({ path }) => path === file.path);
      const stored = this.#store.write(bytes, known);
      return stored === known ? known : { ...file, ...stored };
    });
    const isLast = kept.length === last.length && kept.every((file, at) => file === last[at]);
    this.#isOther ||= !isLast;
    this.#add(key, isLast ? last : kept);
  }

  /** The bytes of a file of this build. */
  read(path: string): Buffer {
    const file = this.#files.get(path);
    if (!file) throw new Error(`The site has no file ${path}.`);
    return readFileSync(this.#isThere(file) ? this.#pathInSite(file) : this.#store.pathOf(file));
  }

  /** Makes the folder the site of this build, whatever stands in it. */
  layOut(): void {
    layOut(this.#site.folder, this.#seen, this.#files, (file) => this.#store.pathOf(file));
  }

  /** Writes the list, and lets go of what this build had no use for. */
  async save(): Promise<void> {
    const isSame =
      !this.#isOther &&
      this.#now.size === this.#list.entries.size &&
      isDeepStrictEqual(this.#inputs, this.inputsBefore);
    if (isSame) return;
    const isWhole = await this.#list.save(this.#inputs, this.#now);
    const digestsOf = (files: ReadonlyMap<string, readonly KeptFile[]>): Set<string> =>
      new Set([...files.values()].flat().map(({ digest }) => digest));
    await this.#store.keepOnly(
      digestsOf(this.#now),
      isWhole ? undefined : digestsOf(this.#list.entries),
    );
  }

  get #seen(): SiteScan {
    if (!this.#there) throw new Error('Nobody looked at what stands in the site.');
    return this.#there;
  }

  /** What stands in the site as it was written need not be looked for elsewhere. */
  #isThere(file: KeptFile): boolean {
    return isAsWritten(this.#seen.files.get(file.path), file);
  }

  #pathInSite({ path }: KeptFile): string {
    return join(this.#site.folder, path);
  }

  #add(key: string, files: readonly KeptFile[]): void {
    this.#now.set(key, files);
    for (const file of files) this.#files.set(file.path, file);
  }

  #check(files: readonly KeptFile[] | undefined): readonly KeptFile[] | undefined {
    const checked: KeptFile[] = [];
    for (const kept of files ?? []) {
      const stored = this.#isThere(kept) ? kept : this.#store.check(kept);
      if (!stored) return undefined;
      if (stored !== kept) this.#isOther = true;
      checked.push(stored === kept ? kept : { ...kept, ...stored });
    }
    const isSame = checked.every((file, index) => file === files?.[index]);
    return isSame ? files : checked;
  }
}
