/**
 * npm run bench: how long this site and other generators take for the same archive. `-- --articles 1000,10000`
 * says how large, `-- --peers hugo,eleventy` whom to compare with, `-- --json` how to print.
 */
import './environment.ts';
import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeArchive } from './archive.ts';
import { eleventy, hugo, ours, type Peer } from './bench-peers.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    peers: { type: 'string', default: 'hugo,eleventy' },
    json: { type: 'boolean', default: false },
  },
});

interface Measurement {
  readonly peer: string;
  readonly articles: number;
  readonly job: string;
  readonly wall: number;
  /** Of all its processes, in seconds. */
  readonly processor: number;
  /** Of its largest process, in megabytes. */
  readonly memory: number;
  readonly pages: number;
}

/** Runs a command under GNU time, which alone can tell what the processes of others took. */
function measure(
  command: readonly string[],
  settings: Record<string, string>,
): Pick<Measurement, 'wall' | 'processor' | 'memory'> {
  const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], {
    env: { ...process.env, ...settings },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${run.stdout}${run.stderr}`);
  const [wall = 0, user = 0, system = 0, memory = 0] = (run.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { wall, processor: user + system, memory: memory / 1024 };
}

async function countArticles(site: string, { isArticle }: Peer): Promise<number> {
  const paths = await readdir(site, { recursive: true });
  return paths.filter((path) => isArticle(path.replaceAll('\\', '/'))).length;
}

/** A story in the middle of the archive, and what a new one is made of. */
async function someStory(archive: string): Promise<string> {
  const names = await readdir(join(archive, 'articles', 'en'), { recursive: true });
  const stories = names.filter((name) => name.endsWith('.md')).sort();
  return join(archive, 'articles', 'en', stories[stories.length >> 1] ?? '');
}

const jobs: readonly [name: string, change: (archive: string) => Promise<void>][] = [
  ['cold', () => Promise.resolve()],
  ['nothing changed', () => Promise.resolve()],
  [
    'one edit',
    async (archive) => {
      await appendFile(await someStory(archive), '\nA sentence more.\n');
    },
  ],
  [
    'one new',
    async (archive) => {
      const text = await readFile(await someStory(archive), 'utf8');
      await writeFile(
        join(archive, 'articles', 'en', 'story-9999999.md'),
        text.replace(/^publishedAt: .*/m, 'publishedAt: 2025-01-01T00:00:00Z'),
      );
    },
  ],
];

async function bench(peer: Peer, articles: number, folder: string): Promise<Measurement[]> {
  const place = join(folder, `${peer.name}-${articles}`.replaceAll(' ', '-'));
  const [archive, work, site] = [join(place, 'content'), join(place, 'work'), join(place, 'site')];
  await mkdir(work, { recursive: true });
  await makeArchive(archive, { articles, from: 'content' });
  const command = await peer.prepare(work, archive, site);
  const measured: Measurement[] = [];
  for (const [job, change] of jobs) {
    await change(archive);
    const took = measure(command, { CONTENT_DIR: archive, SOURCE_DATE_EPOCH: '1764000000' });
    const pages = await countArticles(site, peer);
    if (pages !== articles + Number(job === 'one new')) {
      throw new Error(`${peer.name} wrote ${pages} articles of ${articles}.`);
    }
    measured.push({ peer: peer.name, articles, job, ...took, pages });
  }
  await rm(place, { recursive: true, force: true });
  return measured;
}

const known: Readonly<Record<string, Peer>> = { hugo, eleventy };
const peers = [ours, ...values.peers.split(',').flatMap((name) => known[name] ?? [])];
const folder = await mkdtemp(join(tmpdir(), 'bench-'));
const results: Measurement[] = [];
try {
  for (const articles of values.articles.split(',').map(Number)) {
    for (const peer of peers) results.push(...(await bench(peer, articles, folder)));
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  console.log(`${availableParallelism()} cores, ${gigabytes} GB, Node ${process.version}\n`);
  console.log('| articles | generator | job | wall, s | processor, s | memory, MB |');
  console.log('| --: | --- | --- | --: | --: | --: |');
  for (const { articles, peer, job, wall, processor, memory } of results) {
    const cells = [articles, peer, job, wall.toFixed(1), processor.toFixed(1), Math.round(memory)];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
