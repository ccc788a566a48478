/** Holds a copy of the site against its list of digests. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  addedFiles,
  type Checksum,
  ChecksumError,
  checksumFile,
  originalOf,
  parseChecksums,
  signatureFile,
} from '#lib/checksums.ts';
import { sha256Of } from './digest.ts';
import { isSignedBy } from './minisign.ts';
import type { SiteCopy } from './site-copy.ts';

export interface Findings {
  readonly checked: number;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
  /** Whether the list is signed by the key that was given; undefined where none was. */
  readonly isSigned: boolean | undefined;
}

/** What is there for a host, which does not send it to anybody. */
const forHosts = /^(?:_headers|_redirects|\.htaccess)$/;

/** How many files are asked for at once. */
const together = 8;

/** The list of a copy, and whether it is signed by a key; undefined where no key was given. */
async function readList(
  copy: SiteCopy,
  key: string,
): Promise<{ checksums: readonly Checksum[]; isSigned: boolean | undefined }> {
  const list = await copy.read(checksumFile);
  if (!list) throw new ChecksumError(`There is no ${checksumFile}, and so nothing to check by.`);
  const signature = Buffer.from((await copy.read(signatureFile)) ?? []).toString('utf8');
  return {
    checksums: parseChecksums(Buffer.from(list).toString('utf8')),
    isSigned: key === '' ? undefined : isSignedBy(list, signature, key),
  };
}

export interface KnownFile {
  /** Where the list has a file with this content; undefined where it has none. */
  readonly path: string | undefined;
  readonly isSigned: boolean | undefined;
}

/** Looks a file up in the list of a copy, by what it holds: names change on the way. */
export async function verifyFile(bytes: Uint8Array, copy: SiteCopy, key = ''): Promise<KnownFile> {
  const { checksums, isSigned } = await readList(copy, key);
  const own = sha256Of(bytes);
  return { path: checksums.find(({ digest }) => digest === own)?.path, isSigned };
}

export async function verifyCopy(copy: SiteCopy, key = ''): Promise<Findings> {
  const { checksums, isSigned } = await readList(copy, key);
  const wanted = checksums.filter(({ path }) => copy.names !== undefined || !forHosts.test(path));
  const missing: string[] = [];
  const changed: string[] = [];
  const queue = wanted.values();
  const work = async (): Promise<void> => {
    for (const { path, digest } of queue) {
      const bytes = await copy.read(path);
      if (!bytes) missing.push(path);
      else if (sha256Of(bytes) !== digest) changed.push(path);
    }
  };
  await Promise.all(Array.from({ length: together }, work));

  const digests = new Map(checksums.map(({ path, digest }) => [path, digest]));
  for (const name of copy.names ?? []) {
    const digest = digests.get(originalOf(name) ?? '');
    if (digest === undefined || digests.has(name)) continue;
    if (sha256Of(unpacked(name, (await copy.read(name)) ?? new Uint8Array())) !== digest)
      changed.push(name);
  }
  return {
    checked: wanted.length,
    missing: missing.sort(),
    changed: changed.sort(),
    added: addedFiles(copy.names ?? [], checksums),
    isSigned,
  };
}

/** What a compressed form holds; nothing where it cannot be unpacked. */
function unpacked(name: string, bytes: Uint8Array): Uint8Array {
  try {
    return name.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
  } catch {
    return new Uint8Array();
  }
}
