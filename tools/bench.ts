/**
 * npm run bench: how long this site and other generators take for the same archive. `-- --articles 1000,10000`
 * says how large, `-- --peers hugo,eleventy,astro` whom to compare with, `-- --runs 3` of how many runs the medians
 * are, `-- --jobs cold,edit` what is measured, `-- --json` how to print.
 */
import { fail } from './environment.ts';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import { benchPeer, type JobName, jobNames } from './bench-jobs.ts';
import { astro, eleventy, hugo, ours, ownCaches, type Peer } from './bench-peers.ts';
import { type Measurement, tableOf, unequal } from './bench-table.ts';

const known: Readonly<Record<string, Peer>> = { hugo, eleventy, astro };

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
      await rm(folder, { recursive: true, force: true });
      if (existsSync(aside(folder))) await rename(aside(folder), folder);
    }
  }
}

try {
  const { values } = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      peers: { type: 'string', default: 'hugo,eleventy,astro' },
      runs: { type: 'string', default: '3' },
      jobs: { type: 'string', default: jobNames.join() },
      json: { type: 'boolean', default: false },
    },
  });
  const peers = [ours, ...values.peers.split(',').flatMap((name) => known[name] ?? [])];
  const jobs = values.jobs.split(',') as JobName[];
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const results: Measurement[] = [];
  try {
    await withoutCaches(async () => {
      for (const articles of values.articles.split(',').map(Number)) {
        for (const peer of peers) {
          const place = join(folder, `${peer.name.replaceAll(' ', '-')}-${articles}`);
          const options = { articles, runs: Number(values.runs), jobs };
          for await (const result of benchPeer(peer, place, options)) {
            console.error(`${result.peer}, ${result.articles}, ${result.job}: ${result.wall} s`);
            results.push(result);
          }
          await rm(place, { recursive: true, force: true });
        }
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(values.json ? JSON.stringify(results, null, 2) : tableOf(results));
  const problem = unequal(results);
  if (problem !== undefined) throw new Error(problem);
} catch (error) {
  fail(error);
}
