import { existsSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { settings } from '#settings.ts';
import { isAnother } from './processes.ts';

export interface PublishOptions {
  /** Files that stand in each folder that was published: one without them is somebody else's, and is not replaced. */
  readonly marks: readonly string[];
  /**
   * Where the folder that was replaced goes. `make` is given the one that went there the last time, with whatever
   * stands in it, for who makes the same anew again and again. Otherwise it is given an empty one.
   */
  readonly spare?: string;
}

/**
 * Replaces a folder by what `make` makes of one beside it. When `make` fails, leaves nothing, or the build is
 * killed, the folder stays as it was. Two builds at the same time work in folders of their own.
 */
export async function publish(
  folder: string,
  make: (draft: string) => Promise<void>,
  { marks, spare }: PublishOptions,
): Promise<void> {
  const target = placeOf(folder);
  const parent = dirname(target);
  refuseOther(target, marks);
  await mkdir(parent, { recursive: true });
  await recover(target);

  const draft = beside(target, 'next', process.pid);
  const former = beside(target, 'last', process.pid);
  try {
    // Where nothing can be written, this says why; a build that makes its folders itself would not.
    if (!(await moved(spare, draft))) await mkdir(draft);
    await make(draft);
    if ((await readdir(draft)).length === 0) throw new Error(`Nothing was written to ${draft}.`);
    await replace(target, draft, former);
  } finally {
    await putAway(draft, spare);
  }
  await putAway(former, spare);
}

/** Where a link stands, what it leads to is what readers are served; a build that was killed may have left it away. */
function placeOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(dirname(folder), linkAt(folder) ?? basename(folder));
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // Nothing is there, or no link.
    return undefined;
  }
}

async function putAway(folder: string, spare: string | undefined): Promise<void> {
  if (!(await moved(folder, spare))) await rm(folder, { recursive: true, force: true });
}

/** Moves a folder; false if it is not there, the place is taken, or on another disk. */
async function moved(from: string | undefined, to: string | undefined): Promise<boolean> {
  if (from === undefined || to === undefined) return false;
  try {
    await rename(from, to);
    return true;
  } catch {
    return false;
  }
}

/** What a slip of the keyboard must not replace: a file, or a folder with what sites are made from. */
export class OutDirError extends Error {
  override readonly name = 'OutDirError';
}

function refuseOther(target: string, marks: readonly string[]): void {
  if (existsSync(target) && !statSync(target).isDirectory()) {
    throw new OutDirError(`${target} is a file. Choose a folder with --outDir.`);
  }
  if (existsSync(dirname(target)) && !statSync(dirname(target)).isDirectory()) {
    throw new OutDirError(`${dirname(target)} is a file. Choose another place with --outDir.`);
  }
  const sources = [settings.contentDir, 'src', 'public', 'tools', 'node_modules', '.git'];
  const source = sources.map((path) => resolve(path)).find((path) => isWithin(target, path));
  if (source !== undefined) {
    throw new OutDirError(
      `${target} would be replaced, and ${source} with it. Choose another folder with --outDir.`,
    );
  }
  const [some] = existsSync(target) ? readdirSync(target).sort() : [];
  if (some !== undefined && !marks.every((mark) => existsSync(join(target, mark)))) {
    throw new OutDirError(
      `${target} holds "${some}", and was not made by this command: all that stands there would be lost. ` +
        'Empty it, or choose another folder with --outDir.',
    );
  }
}

const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const beside = (target: string, stage: 'next' | 'last', pid: number | string): string =>
  join(dirname(target), `.${basename(target)}-${stage}-${pid}`);

/** Two renames: for a moment between them, the folder is away; if the second fails, it comes back. */
async function replace(target: string, draft: string, former: string): Promise<void> {
  const isThere = existsSync(target);
  if (isThere) await rename(target, former);
  try {
    await rename(draft, target);
  } catch (error) {
    if (isThere) await rename(former, target);
    throw error;
  }
}

/** Clears away what builds left that were killed, and brings back a folder that was away at that moment. */
async function recover(target: string): Promise<void> {
  const left = new RegExp(`^\\.${RegExp.escape(basename(target))}-(next|last)-(\\d+)`);
  for (const name of await readdir(dirname(target))) {
    const [, stage, pid] = left.exec(name) ?? [];
    if (stage === undefined || isAnother(Number(pid))) continue;
    const path = join(dirname(target), name);
    if (stage === 'last' && !existsSync(target)) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}
