/** A copy of the site to check: a folder, a ZIP archive, or an address. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ChecksumError, checksumFile } from '#lib/checksums.ts';
import { everyFile } from './walk.ts';

export interface SiteCopy {
  /** What is in it; undefined where that cannot be known, as on a web server. */
  readonly names: readonly string[] | undefined;
  /** Undefined for a file that is not there. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export async function openCopy(place: string): Promise<SiteCopy> {
  if (/^https?:\/\//.test(place)) return addressCopy(place.endsWith('/') ? place : `${place}/`);
  if (!existsSync(place)) throw new ChecksumError(`${place} is not there.`);
  return statSync(place).isDirectory() ? folderCopy(place) : zipCopy(await readFile(place));
}

async function folderCopy(folder: string): Promise<SiteCopy> {
  const names = await everyFile(folder);
  const known = new Set(names);
  return {
    names,
    read: async (path) => (known.has(path) ? readFile(join(folder, path)) : undefined),
  };
}

/** What a file holds that is no copy of the site: a book, a page, an archive without a list. Else undefined. */
export async function openSingleFile(place: string): Promise<Uint8Array | undefined> {
  if (!existsSync(place) || statSync(place).isDirectory()) return undefined;
  const bytes = await readFile(place);
  const isArchive = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return isArchive && Object.keys(unpack(bytes)).some(isList) ? undefined : bytes;
}

const isList = (name: string): boolean => name.split('/').at(-1) === checksumFile;

/** No file of the site comes near it; a small archive that unpacks to a huge file does. */
const largestFile = 2 ** 30;

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => !name.endsWith('/') && originalSize <= largestFile,
    });
  } catch {
    throw new ChecksumError('This is no ZIP archive that can be read here. Unpack it first.');
  }
}

/** The site may stand in a folder of the archive. */
function zipCopy(bytes: Uint8Array): SiteCopy {
  const files = new Map(Object.entries(unpack(bytes)));
  const list = [...files.keys()].find(isList) ?? '';
  const folder = list.slice(0, -checksumFile.length);
  const names = [...files.keys()]
    .filter((name) => name.startsWith(folder))
    .map((name) => name.slice(folder.length));
  return { names, read: (path) => Promise.resolve(files.get(folder + path)) };
}

function addressCopy(address: string): SiteCopy {
  return {
    names: undefined,
    read: async (path) => {
      const place = path
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/');
      const response = await fetch(address + place, { signal: AbortSignal.timeout(60_000) });
      // The page for wrong addresses may come with the status that it is for.
      return response.ok || path.endsWith('404.html')
        ? new Uint8Array(await response.arrayBuffer())
        : undefined;
    },
  };
}
