/**
 * npm run test:hosts: serves built sites with the servers of docs/hosts/, at the root of a name and below a
 * path, and asks each for every kind of address. `-- nginx caddy` asks those only.
 */
import { fail } from './environment.ts';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '#build/walk.ts';
import { settings } from '#settings.ts';
import { hostServers, type HostServer } from './host-servers.ts';
import { servedFaults } from './served-files.ts';
import { publishedPlace, untilServing } from './served-place.ts';

const addresses = ['https://example.org/', 'https://example.org/news/'];

/** The site's own content, and one former address of a story. */
async function makeContent(folder: string): Promise<void> {
  await cp(settings.contentDir, folder, { recursive: true });
  const stories = join(folder, 'articles');
  const story = (await listFiles(stories)).find((file) => file.endsWith('.md')) ?? '';
  const text = await readFile(join(stories, story), 'utf8');
  const former = text.replace(/^redirectFrom:.*\n(?: .*\n)*/m, '');
  await writeFile(
    join(stories, story),
    former.replace('---\n', '---\nredirectFrom: [a-name-that-it-had]\n'),
  );
}

function tool(name: string, args: string[], address: string, content = ''): boolean {
  const env = { ...process.env, SITE_URL: address, CONTENT_DIR: content, PRECOMPRESS: 'yes' };
  return (
    spawnSync(process.execPath, [`tools/${name}.ts`, ...args], { env, stdio: 'inherit' }).status ===
    0
  );
}

function stop({ pid }: ChildProcess): void {
  // With the processes that it started.
  if (pid !== undefined) process.kill(-pid, 'SIGTERM');
}

async function isRight(
  server: HostServer,
  folder: string,
  site: string,
  address: string,
): Promise<boolean> {
  const { pathname } = new URL(address);
  const place = await publishedPlace(folder, site, pathname);
  if (!tool('hosts', ['--site', site, '--to', place.work], address)) return false;
  const child = await server.start(place);
  try {
    const origin = `http://127.0.0.1:${place.port}`;
    await untilServing(child, origin);
    const faults = await servedFaults(`${origin}${pathname}`, site, server.abilities);
    for (const fault of faults) console.log(fault);
    const probe = [`${origin}${pathname}`, '--as', address, '--site', site];
    return tool('probe', probe, address) && faults.length === 0;
  } finally {
    stop(child);
  }
}

// Debian keeps servers where only root's PATH leads.
process.env['PATH'] = `${process.env['PATH'] ?? ''}:/usr/sbin`;

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const servers = hostServers.filter(
    ({ name }) => positionals.length === 0 || positionals.includes(name),
  );
  const missing = servers.map((server) => server.missing()).filter((line) => line !== undefined);
  if (missing.length > 0) throw new Error(missing.join('\n'));

  const folder = await mkdtemp(join(tmpdir(), 'hosts-'));
  // Servers that were started by root read files as nobody.
  await chmod(folder, 0o755);
  let allRight = true;
  try {
    const content = join(folder, 'content');
    await makeContent(content);
    for (const [number, address] of addresses.entries()) {
      const site = join(folder, `site-${number}`);
      if (!tool('build', ['--outDir', site], address, content))
        throw new Error('The build failed.');
      for (const server of servers) {
        console.log(`${server.name}, ${address}`);
        const own = join(folder, `${server.name}-${number}`);
        await mkdir(own);
        allRight = (await isRight(server, own, site, address)) && allRight;
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (!allRight) process.exitCode = 1;
} catch (error) {
  fail(error);
}
