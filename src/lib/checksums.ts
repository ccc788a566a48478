/** Lists of digests, as `sha256sum` writes and reads them. */

export const checksumFile = 'SHA256SUMS';
export const signatureFile = 'SHA256SUMS.minisig';

export interface Checksum {
  readonly path: string;
  /** SHA-256, as hexadecimal digits. */
  readonly digest: string;
}

export const formatChecksums = (checksums: readonly Checksum[]): string =>
  checksums.map(({ digest, path }) => `${digest}  ${path}\n`).join('');

export function parseChecksums(text: string): Checksum[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      // A star marks files that were read as bytes, which here all are.
      const [, digest = '', path = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
      if (path === '')
        throw new ChecksumError(`${checksumFile} has a line that is no digest: ${line}`);
      return { digest, path };
    });
}

/** A list, or a copy of the site, that cannot be checked at all. */
export class ChecksumError extends Error {
  override readonly name = 'ChecksumError';
}

/** The list and its signature cannot stand in the list. */
export const isListed = (path: string): boolean => path !== checksumFile && path !== signatureFile;

/** The file of which a file is a compressed form, for servers that send such forms. */
export const originalOf = (path: string): string | undefined =>
  /\.(?:br|gz)$/.test(path) ? path.slice(0, -3) : undefined;

/** What a copy has that the list does not know. */
export function addedFiles(names: readonly string[], checksums: readonly Checksum[]): string[] {
  const known = new Set(checksums.map(({ path }) => path));
  return names.filter(
    (name) => isListed(name) && !known.has(name) && !known.has(originalOf(name) ?? ''),
  );
}
