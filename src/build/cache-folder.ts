/** The folder in which builds keep what the next one can use. Deleting it costs time and nothing else. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { placeOf, settings } from '#settings.ts';
import { digestOf } from './digest.ts';
import { isAnother } from './processes.ts';

const root = join('node_modules', '.cache', 'site');

/** How many sites, made from other content or for other addresses, keep what they made. */
const mostShelves = 12;

/** Compiled templates: they belong to what they were compiled from, and to no content. */
export const templatesFolder = join(root, 'templates');

export interface CacheFolder {
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/**
 * The folder of this content and address, for one build at a time. A build that finds another at work, or
 * that should trust nothing (`cold`), works in a folder of its own; a cold one leaves it to the next.
 */
export async function openCache({ cold = false } = {}): Promise<CacheFolder> {
  const shelves = join(root, 'made');
  await mkdir(shelves, { recursive: true });
  const name = digestOf([resolve('.'), resolve(settings.contentDir), placeOf(settings)]);
  const folder = join(shelves, name);
  const lock = `${folder}.lock`;
  if (!(await take(lock))) {
    const own = `${folder}-${process.pid}`;
    await rm(own, { recursive: true, force: true });
    return { folder: own, close: () => rm(own, { recursive: true, force: true }) };
  }
  if (cold) await rm(folder, { recursive: true, force: true });
  return {
    folder,
    close: async () => {
      await forgetOld(shelves, name);
      await rm(lock, { force: true });
    },
  };
}

/** Whether the lock is ours; that of a build that died counts as none. */
async function take(lock: string): Promise<boolean> {
  for (const flag of ['wx', 'w'] as const) {
    try {
      await writeFile(lock, String(process.pid), { flag });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = Number(await readFile(lock, 'utf8').catch(() => '0'));
    if (owner > 0 && isAnother(owner)) return false;
  }
  return false;
}

async function forgetOld(shelves: string, current: string): Promise<void> {
  const now = new Date();
  if (existsSync(join(shelves, current))) await utimes(join(shelves, current), now, now);
  const names = (await readdir(shelves)).filter((name) => !name.endsWith('.lock'));
  const ages = await Promise.all(
    names.map(async (name) => ({
      name,
      usedAt: (await stat(join(shelves, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  for (const { name } of ages.sort((a, b) => b.usedAt - a.usedAt).slice(mostShelves)) {
    // The folder of a build of its own has that build's number behind its name.
    const [, pid] = /-(\d+)$/.exec(name) ?? [];
    const isAtWork = pid !== undefined && isAnother(Number(pid));
    if (!isAtWork && !existsSync(join(shelves, `${name}.lock`))) {
      await rm(join(shelves, name), { recursive: true, force: true });
    }
  }
}
