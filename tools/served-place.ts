/** Where a server finds a site, and when it serves. */
import type { ChildProcess } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

export interface Place {
  /** A folder for settings, logs and the like. */
  readonly work: string;
  /** The folder that is served. */
  readonly root: string;
  /** The site's own folder: `root`, or below it. */
  readonly site: string;
  readonly port: number;
}

/** The site as it is published: at the top of what is served, or below the path of its address. */
export async function publishedPlace(folder: string, site: string, base: string): Promise<Place> {
  const work = join(folder, 'work');
  await mkdir(work, { recursive: true });
  const port = await freePort();
  if (base === '/') return { work, root: site, site, port };
  const root = join(folder, 'www');
  const place = join(root, base);
  await mkdir(dirname(place), { recursive: true });
  await symlink(site, place.replace(/\/$/, ''));
  return { work, root, site, port };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

/** Waits until somebody listens; a server that ended before has said why in its log. */
export async function untilServing(child: ChildProcess, origin: string): Promise<void> {
  const until = AbortSignal.timeout(120_000);
  while (!until.aborted) {
    if (child.exitCode !== null)
      throw new Error(`It ended with ${child.exitCode} before it served.`);
    const isThere = await fetch(origin, { signal: until }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not begin to serve within two minutes.');
}
