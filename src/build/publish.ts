import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Replaces a folder by what `make` writes into a new one beside it, or, when `make` fails, leaves it as it
 * was. Two renames, so that readers of a folder that is served see the old tree or the new one.
 */
export async function publish(
  folder: string,
  make: (draft: string) => Promise<void>,
): Promise<void> {
  const target = resolve(folder);
  const beside = (name: string): string =>
    join(dirname(target), `.${basename(target)}-${name}-${process.pid}`);
  const draft = beside('next');
  const former = beside('last');
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  try {
    await make(draft);
    if (existsSync(target)) await rename(target, former);
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
}
