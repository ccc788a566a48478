/** What files of the content said when they were last read: who reads ten thousand has only to ask for what changed. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOfText, sha256Of } from './digest.ts';
import type { FileReader, FileRecord, FileToRead, ReadRecords } from './file-record.ts';
import { FileStore, type StoredFile } from './file-store.ts';
import { type Codec, KeptMap, type Part } from './kept-map.ts';
import { lookAt, type SeenFile, stillSeen, untouched } from './seen-files.ts';

interface Kept {
  readonly seen: SeenFile;
  /** Pictures that it names, as they were when it was read. */
  readonly sights: readonly (readonly [path: string, seen: SeenFile])[];
  /** Without the body's HTML, which stands in the store, and without its sights. */
  readonly record: FileRecord;
  readonly html: StoredFile | undefined;
}

/** Thrown where a file of the cache is not what it seemed to be; it has been taken out. */
export class CacheError extends Error {
  override readonly name = 'CacheError';
}

const listName = 'records';

const codec: Codec<string, Kept> = {
  format: serialize,
  parse: (bytes) => deserialize(bytes) as Part<string, Kept>,
};

export class KeptRecords {
  readonly #key: string;
  readonly #store: FileStore;
  readonly #list: KeptMap<string, Kept>;
  readonly #before: ReadonlyMap<string, Kept>;
  readonly #now = new Map<string, Kept>();
  #isOther = false;

  private constructor(folder: string, key: string, list: KeptMap<string, Kept>) {
    this.#key = key;
    this.#store = new FileStore(folder);
    this.#list = list;
    this.#before = list.head === key ? list.entries : new Map<string, Kept>();
  }

  /** `key` tells the code and the settings that records are made by: those of another count as none. */
  static async open(folder: string, key: string): Promise<KeptRecords> {
    return new KeptRecords(folder, key, await KeptMap.open(join(folder, listName), codec));
  }

  /** Asks for those files only that are not as they were. Who reads can prepare while others are still looked at. */
  records({ prepare, read }: FileReader): ReadRecords {
    return async (files) => {
      const missing: FileToRead[] = [];
      for (const file of files) {
        if (this.#stillGood(file)) continue;
        if (missing.length === 0) prepare();
        missing.push(file);
      }
      const looks = missing.map(({ file }) => lookAt(file));
      const keep = (number: number, record: FileRecord): void => {
        const [file, seen] = [missing[number]?.file, looks[number]];
        if (file !== undefined && seen) this.#keep(file, seen, record);
      };
      if (missing.length > 0) await read(missing, keep);
      return files.map(({ file }) => this.#recordOf(file));
    };
  }

  /** Tells all files that were asked for, with what stands in them and in the pictures that they name. */
  get digest(): string {
    const lines = [...this.#now].map(([file, kept]) => `${file} ${tell(kept)}`);
    return digestOfText(lines.sort().join('\n'));
  }

  /** Files that are new, gone, or other than before, by themselves or by their pictures; none if nothing was kept. */
  get changed(): string[] {
    if (this.#before.size === 0) return [];
    const files = new Set([...this.#before.keys(), ...this.#now.keys()]);
    return [...files].filter((file) => {
      const [before, now] = [this.#before.get(file), this.#now.get(file)];
      return before !== now && (!before || !now || tell(before) !== tell(now));
    });
  }

  async save(): Promise<void> {
    if (!this.#isOther && this.#now.size === this.#before.size) return;
    const isWhole = await this.#list.save(this.#key, this.#now);
    const digestsOf = (records: ReadonlyMap<string, Kept>): Set<string> =>
      new Set([...records.values()].flatMap(({ html }) => html?.digest ?? []));
    await this.#store.keepOnly(digestsOf(this.#now), isWhole ? undefined : digestsOf(this.#before));
  }

  #stillGood({ file }: FileToRead): boolean {
    const kept = this.#before.get(file);
    // Why a file could not be read (its rights, a disk, memory that was short) stands in no byte of it.
    if (!kept || hasProblems(kept.record)) return false;
    const seen = stillSeen(file, kept.seen);
    if (!seen) return false;
    const sights = kept.sights.map(([path, sight]) => [path, stillSeen(path, sight)] as const);
    const html = kept.html && this.#store.check(kept.html);
    if (!sights.every(isSeen) || (kept.html && !html)) return false;
    const isSame =
      seen === kept.seen &&
      html === kept.html &&
      kept.sights.every(([, sight], index) => sight === sights[index]?.[1]);
    this.#isOther ||= !isSame;
    this.#now.set(file, isSame ? kept : { ...kept, seen, sights, html });
    return true;
  }

  #keep(file: string, seen: SeenFile, { body, sights, ...record }: FileRecord): void {
    this.#isOther = true;
    this.#now.set(file, {
      seen: untouched(file, seen),
      sights: sights.map(([path, sight]) => [path, untouched(path, sight)] as const),
      record: { ...record, sights: [], body: body && { ...body, html: '' } },
      html: body && this.#store.write(Buffer.from(body.html)),
    });
  }

  #recordOf(file: string): FileRecord {
    const kept = this.#now.get(file);
    if (!kept) throw new Error(`Nothing was said of ${file}.`);
    const { record, html } = kept;
    if (!record.body || !html) return record;
    return {
      ...record,
      body: Object.defineProperty({ ...record.body }, 'html', {
        // Most bodies are not asked for: what they were printed on is kept too.
        get: () => readBody(this.#store.pathOf(html), html.digest),
        enumerable: true,
      }),
    };
  }
}

const hasProblems = ({ problems, body }: FileRecord): boolean =>
  problems.length > 0 || (body?.problems.length ?? 0) > 0;

const tell = ({ seen, sights }: Kept): string =>
  [seen.digest, ...sights.flatMap(([path, sight]) => [path, sight.digest])].join(' ');

const isSeen = (
  sight: readonly [string, SeenFile | undefined],
): sight is readonly [string, SeenFile] => sight[1] !== undefined;

function readBody(path: string, digest: string): string {
  let html: Buffer | undefined;
  try {
    html = readFileSync(path);
  } catch {
    // Gone.
  }
  if (!html || sha256Of(html) !== digest) {
    rmSync(path, { force: true });
    throw new CacheError(`${path} was damaged, and has been taken out. Build again.`);
  }
  return html.toString();
}
