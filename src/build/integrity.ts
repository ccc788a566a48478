/** What lets anybody check a copy of the site: build.json says which build it is, SHA256SUMS what belongs to it. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Checksum, checksumFile, formatChecksums, originalOf } from '#lib/checksums.ts';
import { settings } from '#settings.ts';
import { editions } from '#site.ts';
import { sha256Of } from './digest.ts';
import type { StoredFile } from './file-store.ts';

/** Says which build a site is. */
export const recordFile = 'build.json';

/** The commit from which a site is built; null where the project is no clone. Asked while there is other work. */
export async function sourceRevision(): Promise<string | null> {
  const ask = ['status', '--porcelain=v2', '--branch', '--untracked-files=no'];
  try {
    const { stdout } = await promisify(execFile)('git', ask, { encoding: 'utf8' });
    const [, commit] = /^# branch\.oid ([0-9a-f]+)$/m.exec(stdout) ?? [];
    if (commit === undefined) return null;
    return commit + (/^[^#]/m.test(stdout) ? ' with changes' : '');
  } catch {
    return null;
  }
}

interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Nothing in it depends on the machine, the folder or the time zone. */
async function buildRecord(
  checksums: readonly Checksum[],
  bytes: number,
  revision: string | null,
): Promise<unknown> {
  const { version, dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as Package;
  const storiesIn = (folder: string): number => {
    const story = new RegExp(`^${folder === '' ? '' : `${folder}/`}articles/[^/]+\\.md$`);
    return checksums.filter(({ path }) => story.test(path)).length;
  };
  return {
    site: settings.mainUrl.href,
    address: settings.siteUrl.href,
    // To the second, as SOURCE_DATE_EPOCH can repeat it.
    builtAt: `${settings.now.toISOString().slice(0, 19)}Z`,
    revision,
    contents: sha256Of(formatChecksums(checksums)),
    counts: {
      files: checksums.length,
      bytes,
      stories: Object.fromEntries(editions.map(({ id, folder }) => [id, storiesIn(folder)])),
    },
    versions: { site: version, ...dependencies },
  };
}

/** Comes last: what is added to the folder later is not in the list. */
export async function writeIntegrity(
  folder: string,
  files: ReadonlyMap<string, StoredFile>,
  revision: string | null,
): Promise<void> {
  let size = 0;
  const checksums: Checksum[] = [];
  for (const [path, file] of files) {
    if (files.has(originalOf(path) ?? '')) continue;
    checksums.push({ path, digest: file.digest });
    size += file.size;
  }
  const inOrder = (list: readonly Checksum[]): Checksum[] =>
    list.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const record = `${JSON.stringify(await buildRecord(inOrder(checksums), size, revision), null, 2)}\n`;
  await writeFile(join(folder, recordFile), record);
  const all = inOrder([...checksums, { path: recordFile, digest: sha256Of(record) }]);
  await writeFile(join(folder, checksumFile), formatChecksums(all));
}
