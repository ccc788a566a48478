/** What is known of a file of the content, to tell whether it is still the same. */
import { randomUUID } from 'node:crypto';
import { type BigIntStats, lstatSync, readFileSync } from 'node:fs';
import { digestOfText } from './digest.ts';

export interface SeenFile {
  /** Size, time of change, number on the disk; or what is there instead of a file. */
  readonly stat: string;
  readonly digest: string;
}

/** A file that was changed just now may be changed again within the same tick of its clock. */
const justNow = 2_000_000_000n;

/** Looks at a file before it is read: a change in between shows the next time. */
export function lookAt(path: string): SeenFile {
  const stats = statsOf(path);
  return { stat: describe(stats), digest: stats?.isFile() ? digestOfFile(path) : '' };
}

/** What is known of a file, if it is what it was: by its stat, or else by its bytes. */
export function stillSeen(path: string, seen: SeenFile): SeenFile | undefined {
  const stats = statsOf(path);
  const stat = describe(stats);
  if (stat === seen.stat && !stat.startsWith('young')) return seen;
  const digest = stats?.isFile() ? digestOfFile(path) : '';
  return digest === seen.digest && kindOf(stat) === kindOf(seen.stat)
    ? { stat, digest }
    : undefined;
}

/**
 * What is known of a file that was looked at before it was read, if nobody has touched it since; else what fits no
 * file, and nothing that was ever read, so that it is read anew: it may have been read as another one than was looked at.
 */
export const untouched = (path: string, seen: SeenFile): SeenFile =>
  sameAge(describe(statsOf(path))) === sameAge(seen.stat)
    ? seen
    : { stat: 'touched', digest: randomUUID() };

const sameAge = (stat: string): string => stat.replace(/^young/, 'file');

/** None for what no file can be called, such as a whole picture as an address, and for what may not be looked at. */
function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function describe(stats: BigIntStats | undefined): string {
  if (!stats) return 'none';
  if (!stats.isFile()) return 'other';
  const age = BigInt(Date.now()) * 1_000_000n - stats.mtimeNs;
  return `${age < justNow ? 'young' : 'file'} ${stats.size} ${stats.mtimeNs} ${stats.ino}`;
}

const kindOf = (stat: string): string => (/^(?:none|other)$/.test(stat) ? stat : 'file');

function digestOfFile(path: string): string {
  try {
    return digestOfText(readFileSync(path));
  } catch {
    return 'unreadable';
  }
}
