/**
 * npm run bench: how long this site and other generators take for the same archive. `-- --articles 1000,10000`
 * says how large, `-- --peers ours,hugo,eleventy,astro` who is measured, `-- --jobs cold,edit` at what, `-- --runs 3`
 * and `-- --cold-runs 1` of how many runs the medians are, `-- --json` how to print. With `-- --results FILE.json`, results
 * are added to those in that file, and charts are drawn beside it.
 */
import { fail } from './environment.ts';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import { chartOf } from './bench-chart.ts';
import { benchPeer, type JobName, jobNames } from './bench-jobs.ts';
import { astro, eleventy, hugo, ours, ownCaches, type Peer } from './bench-peers.ts';
import { type Measurement, tableOf, unequal } from './bench-table.ts';

const known: Readonly<Record<string, Peer>> = { ours, hugo, eleventy, astro };

/** What other builds kept is put aside: none of these may profit from it. */
async function withoutCaches<T>(work: () => Promise<T>): Promise<T> {
  const aside = (folder: string): string => `${folder}.aside`;
  for (const folder of ownCaches) {
    if (existsSync(folder) && !existsSync(aside(folder))) await rename(folder, aside(folder));
  }
  try {
    return await work();
  } finally {
    for (const folder of ownCaches) {
      const name = basename(folder);
      for (const other of await readdir(dirname(folder))) {
        if (other !== name && !other.startsWith(`${name}.waste`)) continue;
        await rm(join(dirname(folder), other), { recursive: true, force: true });
      }
      if (existsSync(aside(folder))) await rename(aside(folder), folder);
    }
  }
}

/** Replaces earlier results of the same, and draws what stands in the file then. */
async function addTo(file: string, results: readonly Measurement[]): Promise<void> {
  const former = existsSync(file)
    ? (JSON.parse(await readFile(file, 'utf8')) as Measurement[])
    : [];
  const keyOf = ({ peer, articles, job }: Measurement): string => `${articles} ${peer} ${job}`;
  const all = new Map([...former, ...results].map((result) => [keyOf(result), result]));
  await writeFile(file, `${JSON.stringify([...all.values()], null, 2)}\n`);
  const draw = (job: string, title: string): Promise<void> =>
    writeFile(file.replace(/\.json$/, `-${job}.svg`), chartOf([...all.values()], job, title));
  await draw('cold', 'Building an archive from nothing');
  await draw('edit', 'Publishing one edited article');
}

try {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      peers: { type: 'string', default: 'ours,hugo,eleventy,astro' },
      runs: { type: 'string', default: '3' },
      'cold-runs': { type: 'string', default: '3' },
      jobs: { type: 'string', default: jobNames.join() },
      json: { type: 'boolean', default: false },
      results: { type: 'string' },
    },
  });
  const peers = values.peers.split(',').flatMap((name) => known[name] ?? []);
  const jobs = values.jobs.split(',') as JobName[];
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const results: Measurement[] = [];
  try {
    await withoutCaches(async () => {
      for (const articles of values.articles.split(',').map(Number)) {
        for (const peer of peers) {
          const place = join(folder, `${peer.name.replaceAll(' ', '-')}-${articles}`);
          const options = {
            articles,
            runs: Number(values.runs),
            coldRuns: Number(values['cold-runs']),
            jobs,
          };
          for await (const result of benchPeer(peer, place, options)) {
            console.error(`${result.peer}, ${result.articles}, ${result.job}: ${result.wall} s`);
            results.push(result);
          }
        }
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (values.results !== undefined) await addTo(values.results, results);
  console.log(values.json ? JSON.stringify(results, null, 2) : tableOf(results));
  const problem = unequal(results);
  if (problem !== undefined) throw new Error(problem);
} catch (error) {
  fail(error);
}
