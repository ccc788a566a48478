/** What stands in a folder: its files with size and time of change, without reading them. */
import { lstatSync, readdirSync } from 'node:fs';
import { threadOf } from './thread.ts';

export interface SiteScan {
  /** Plain files by their paths from the folder, with `/`. */
  readonly files: ReadonlyMap<string, SeenSize>;
  /** Folders, each after the one that it stands in. */
  readonly folders: ReadonlySet<string>;
  /** What is neither, such as links. */
  readonly others: readonly string[];
}

export interface SeenSize {
  readonly size: number;
  /** Milliseconds. */
  readonly changedAt: number;
}

/** A scan as threads hand it over: one text is sooner copied than a hundred thousand. */
export interface PackedScan {
  readonly files: string;
  /** Size and time of each file, one after the other. */
  readonly numbers: Float64Array;
  readonly folders: string;
  readonly others: string;
}

/** No name holds it. */
const between = '\0';

const join = (list: readonly string[]): string => list.join(between);
const split = (text: string): string[] => (text === '' ? [] : text.split(between));

export function scan(folder: string): PackedScan {
  const files: string[] = [];
  const numbers: number[] = [];
  const folders: string[] = [];
  const others: string[] = [];
  const walk = (below: string): void => {
    for (const entry of readdirSync(folder + below, { withFileTypes: true })) {
      const path = `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        folders.push(path.slice(1));
        walk(path);
      } else if (entry.isFile()) {
        const { size, mtimeMs } = lstatSync(folder + path);
        files.push(path.slice(1));
        numbers.push(size, mtimeMs);
      } else others.push(path.slice(1));
    }
  };
  walk('');
  return {
    files: join(files),
    numbers: Float64Array.from(numbers),
    folders: join(folders),
    others: join(others),
  };
}

export function unpack({ files, numbers, folders, others }: PackedScan): SiteScan {
  return {
    files: new Map(
      split(files).map((path, index) => [
        path,
        { size: numbers[2 * index] ?? 0, changedAt: numbers[2 * index + 1] ?? 0 },
      ]),
    ),
    folders: new Set(split(folders)),
    others: split(others),
  };
}

/** Scans a folder on another thread: in a large site, that takes as long as much else that must be done. */
export async function scanOnThread(folder: string): Promise<SiteScan> {
  if (readdirSync(folder).length === 0) return unpack(scan(folder));
  const thread = threadOf<string, PackedScan>(new URL('./scan-worker.ts', import.meta.url));
  try {
    return unpack(await thread.ask(folder));
  } finally {
    await thread.end();
  }
}
