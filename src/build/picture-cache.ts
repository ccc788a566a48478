/** Keeps what took long to make, between builds. The folder may be deleted at any time. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Bytes = Uint8Array<ArrayBuffer>;

const digestOf = (bytes: Bytes): Buffer => createHash('sha256').update(bytes).digest();
const digestLength = 32;

/** The bytes that were kept under this name; where there are none, or they were damaged, what `make` makes. */
export async function kept(
  folder: string,
  name: string,
  make: () => Promise<Bytes>,
): Promise<Bytes> {
  const path = join(folder, name);
  const found = await readFile(path).catch(() => undefined);
  const before = found?.subarray(digestLength);
  if (found && before && digestOf(before).equals(found.subarray(0, digestLength))) return before;

  const made = await make();
  // Where nothing can be kept, the next build takes as long as this one did.
  await keep(path, made).catch(() => undefined);
  return made;
}

async function keep(path: string, bytes: Bytes): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  // Another build may be at the same picture.
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]));
  await rename(draft, path);
}
