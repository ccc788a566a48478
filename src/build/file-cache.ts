import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const digestOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const digestLength = 32;

export interface FileCache {
  readonly has: (key: string) => Promise<boolean>;
  /** What was kept under this key; undefined when it is not there, or is not what was written. */
  readonly read: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
}

/** A folder of files that take long to make, each behind a digest of its bytes. It may be deleted at any time. */
export function fileCache(folder: string): FileCache {
  let drafts = 0;
  return {
    has: (key) =>
      stat(join(folder, key)).then(
        () => true,
        () => false,
      ),
    async read(key) {
      const entry = await readFile(join(folder, key)).catch(() => undefined);
      if (!entry) return undefined;
      const bytes = entry.subarray(digestLength);
      return digestOf(bytes).equals(entry.subarray(0, digestLength)) ? bytes : undefined;
    },
    async write(key, bytes) {
      const draft = join(folder, `.${key}-${process.pid}-${drafts++}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]));
        await rename(draft, join(folder, key));
      } catch {
        // A folder that cannot be written to costs time, not the build.
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
  };
}
