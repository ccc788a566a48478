/** The jobs that generators are measured at, and how. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeArchive } from './archive.ts';
import type { Peer } from './bench-peers.ts';
import type { Bench } from './bench-place.ts';
import { type Measurement, median, type Run } from './bench-table.ts';

/** What is done before each run of a job. */
const jobs = {
  // Put aside, not deleted: for some time after many files were deleted, ext4 makes new ones several times slower.
  cold: async ({ site }, caches) => {
    for (const folder of [site, ...caches]) {
      if (existsSync(folder)) await rename(folder, `${folder}.waste-${randomUUID()}`);
    }
  },
  unchanged: () => Promise.resolve(),
  edit: async ({ archive }) => {
    await appendFile(await someStory(archive), '\nA sentence more.\n');
  },
  new: async ({ archive }, _caches, run) => {
    const text = await readFile(await someStory(archive), 'utf8');
    await writeFile(
      join(archive, 'articles', 'en', `story-${9_999_990 + run}.md`),
      text.replace(/^publishedAt: .*/m, `publishedAt: 2025-01-0${1 + run}T00:00:00Z`),
    );
  },
} satisfies Record<string, (bench: Bench, caches: readonly string[], run: number) => Promise<void>>;

export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];

/** A story in the middle of the archive. */
async function someStory(archive: string): Promise<string> {
  const folder = join(archive, 'articles', 'en');
  const names = await readdir(folder, { recursive: true });
  const stories = names.filter((name) => name.endsWith('.md')).sort();
  return join(folder, stories[stories.length >> 1] ?? '');
}

/** Runs a command under GNU time, which alone can tell what the processes of others took. */
function measure(command: readonly string[], environment: Record<string, string>): Run {
  const run = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', ...command], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${command.join(' ')} failed:\n${run.stdout}${run.stderr}`);
  const [wall = 0, user = 0, system = 0, memory = 0] = (run.stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  return { wall, processor: user + system, memory: memory / 1024 };
}

async function countFiles(site: string, { article, list }: Peer) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  let bytes = 0;
  for (const path of paths) bytes += (await stat(path)).size;
  const inSite = paths.map((path) => path.slice(site.length + 1).replaceAll('\\', '/'));
  const count = (pattern: RegExp): number => inSite.filter((path) => pattern.test(path)).length;
  return { written: count(article), lists: count(list), files: paths.length, bytes };
}

interface Options {
  readonly articles: number;
  readonly runs: number;
  readonly coldRuns: number;
  readonly jobs: readonly JobName[];
}

/** Measures a generator at each job, in a place of its own. */
export async function* benchPeer(
  peer: Peer,
  place: string,
  { articles, runs: usual, coldRuns, jobs: wanted }: Options,
): AsyncGenerator<Measurement> {
  const bench: Bench = {
    archive: join(place, 'content'),
    work: join(place, 'work'),
    site: join(place, 'site'),
  };
  await mkdir(bench.work, { recursive: true });
  await makeArchive(bench.archive, { articles, from: 'content' });
  const command = await peer.prepare(bench);
  // A fixed clock: all stories are due.
  const environment = { CONTENT_DIR: bench.archive, SOURCE_DATE_EPOCH: '1764000000' };
  let stories = articles;
  for (const job of jobNames.filter((name) => wanted.includes(name))) {
    const took: Run[] = [];
    const runs = job === 'cold' ? coldRuns : usual;
    for (let run = 0; run < runs; run++) {
      await jobs[job](bench, peer.caches(bench), run);
      if (job === 'new') stories++;
      took.push(measure(command, environment));
    }
    const counts = await countFiles(bench.site, peer);
    if (counts.written !== stories) {
      throw new Error(`${peer.name} wrote ${counts.written} articles of ${stories}.`);
    }
    yield { peer: peer.name, articles, job, runs, ...median(took), ...counts };
  }
}
