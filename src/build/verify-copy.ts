/** Holds a copy of the site against its list of digests. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import {
  addedFiles,
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

export async function verifyCopy(copy: SiteCopy, key = ''): Promise<Findings> {
  const list = await copy.read(checksumFile);
  if (!list) throw new ChecksumError(`There is no ${checksumFile}, and so nothing to check by.`);
  const checksums = parseChecksums(Buffer.from(list).toString('utf8'));
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
  const signature = await copy.read(signatureFile);
  return {
    checked: wanted.length,
    missing: missing.sort(),
    changed: changed.sort(),
    added: addedFiles(copy.names ?? [], checksums),
    isSigned:
      key === '' ? undefined : isSignedBy(list, Buffer.from(signature ?? []).toString('utf8'), key),
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
