/**
 * A large map that changes little from build to build: a file with the whole of it, and one beside it with what became
 * other since. Each is written at once and stands behind a digest; the second names the first by its digest, so that
 * neither is read for what it is not.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { digestOfText } from './digest.ts';

/** What one of the files says. */
export interface Part<Head, Value> {
  /** The digest of the file that this one adds to; none where it is the whole. */
  readonly of: string;
  /** What the map is kept for. */
  readonly head: Head;
  readonly entries: readonly (readonly [key: string, value: Value])[];
  readonly gone: readonly string[];
}

export interface Codec<Head, Value> {
  readonly format: (part: Part<Head, Value>) => Uint8Array;
  /** Throws, or gives nothing, where the bytes are of another version. */
  readonly parse: (bytes: Buffer) => Part<Head, Value> | undefined;
}

interface ReadPart<Head, Value> {
  readonly part: Part<Head, Value>;
  readonly digest: string;
}

const digestLength = 40;

export class KeptMap<Head, Value> {
  readonly #file: string;
  readonly #codec: Codec<Head, Value>;
  readonly #whole: ReadonlyMap<string, Value>;
  readonly #digest: string | undefined;
  /** Undefined where nothing was kept. */
  readonly head: Head | undefined;
  /** As they were kept last. */
  readonly entries: ReadonlyMap<string, Value>;

  private constructor(
    file: string,
    codec: Codec<Head, Value>,
    whole?: ReadPart<Head, Value>,
    since?: Part<Head, Value>,
  ) {
    this.#file = file;
    this.#codec = codec;
    this.#whole = new Map(whole?.part.entries);
    this.#digest = whole?.digest;
    this.head = (since ?? whole?.part)?.head;
    const entries = new Map(since ? this.#whole : undefined);
    for (const key of since?.gone ?? []) entries.delete(key);
    for (const [key, value] of since?.entries ?? []) entries.set(key, value);
    this.entries = since ? entries : this.#whole;
  }

  static async open<Head, Value>(
    file: string,
    codec: Codec<Head, Value>,
  ): Promise<KeptMap<Head, Value>> {
    const whole = await readPart(file, codec);
    const since = await readPart(sinceOf(file), codec);
    return new KeptMap(
      file,
      codec,
      whole,
      since?.part.of === whole?.digest ? since?.part : undefined,
    );
  }

  /**
   * Values that did not change have to be those of `entries`, not equal ones. Says whether the whole was written: now
   * and then, when there is time to clear up.
   */
  async save(head: Head, now: ReadonlyMap<string, Value>): Promise<boolean> {
    const entries = [...now].filter(([key, value]) => this.#whole.get(key) !== value);
    const gone = [...this.#whole.keys()].filter((key) => !now.has(key));
    await mkdir(dirname(this.#file), { recursive: true });
    if (this.#digest !== undefined && (entries.length + gone.length) * few < now.size) {
      await this.#write(sinceOf(this.#file), { of: this.#digest, head, entries, gone });
      return false;
    }
    await this.#write(this.#file, { of: '', head, entries: [...now], gone: [] });
    await rm(sinceOf(this.#file), { force: true });
    return true;
  }

  async #write(file: string, part: Part<Head, Value>): Promise<void> {
    const bytes = this.#codec.format(part);
    const draft = `${file}.${process.pid}`;
    await writeFile(draft, [digestOfText(bytes), bytes]);
    await rename(draft, file);
  }
}

/** One in so many: fewer are added beside the whole. */
const few = 20;

const sinceOf = (file: string): string => `${file}.since`;

/** Nothing where the file is not as it was written, or of another version. */
async function readPart<Head, Value>(
  file: string,
  codec: Codec<Head, Value>,
): Promise<ReadPart<Head, Value> | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const digest = bytes?.subarray(0, digestLength).toString();
  const rest = bytes?.subarray(digestLength);
  if (rest === undefined || digest === undefined || digestOfText(rest) !== digest) return undefined;
  try {
    const part = codec.parse(rest);
    return part && { part, digest };
  } catch {
    return undefined;
  }
}
