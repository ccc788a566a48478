/** Builds, once for all tests of the built site: the fixture in several ways, and the site as it is. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { copyFixture } from './fixture-content.ts';

const root = join(import.meta.dirname, '..');
/** Noon on 1 September 2024, UTC: the fixture's stories are due by then, or not yet. */
const fixtureClock = '1725192000';

export interface BuiltSites {
  /** The fixture at the root of a domain. */
  fixture: string;
  /** The same again, on a machine in another time zone, where work is done on something else. */
  again: string;
  /** The fixture below a path: SITE_URL is https://example.org/news/. */
  below: string;
  /** The site with its own content. */
  launch: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: BuiltSites;
  }
}

export interface BuildResult {
  code: number | null;
  output: string;
}

/** Runs `npm run build` as a deployer would, with settings and nothing else of this process's environment. */
export const runBuild = (
  outDir: string,
  settings: Record<string, string> = {},
  project = root,
  ...flags: readonly string[]
): Promise<BuildResult> => runTool(['build.ts', '--outDir', outDir, ...flags], settings, project);

/** The same for any command of the folder tools/. */
export async function runTool(
  [tool = '', ...args]: readonly string[],
  settings: Record<string, string> = {},
  project = root,
): Promise<BuildResult> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join('tools', tool), ...args], {
    cwd: project,
    // What somebody made for readers to carry is no part of what is tested.
    env: { PATH, HOME, EDITIONS_DIR: 'none', ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, output };
}

async function build(
  outDir: string,
  settings: Record<string, string> = {},
  ...flags: readonly string[]
): Promise<string> {
  const { code, output } = await runBuild(outDir, settings, root, ...flags);
  if (code !== 0) throw new Error(`The build of ${outDir} failed:\n${output}`);
  return outDir;
}

/** The fixture's files, and enough small stories to fill pages of lists. */
export async function makeFixture(folder: string): Promise<string> {
  await copyFixture(folder);
  await Promise.all([makeArchive(folder, 'en', 45), makeArchive(folder, 'ar', 21)]);
  return folder;
}

async function makeArchive(folder: string, edition: string, count: number): Promise<void> {
  const archive = join(folder, 'articles', edition, 'archive');
  await mkdir(archive, { recursive: true });
  for (let number = 1; number <= count; number++) {
    const day = String((number % 28) + 1).padStart(2, '0');
    const month = number % 2 === 0 ? '01' : '02';
    await writeFile(
      join(archive, `archive-${number}.md`),
      `---
title: Archive story ${number}
description: One of many.
categories: [world]
topics: [archive]
authors: [ben]
publishedAt: 2023-${month}-${day}T12:00:00Z
---

Story ${number} of the archive.
`,
    );
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await mkdir(join(root, 'node_modules', '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, 'node_modules', '.cache', 'sites-'));
  const content = await makeFixture(join(folder, 'content'));
  const fixture = { CONTENT_DIR: content, SOURCE_DATE_EPOCH: fixtureClock };
  const sites: BuiltSites = {
    fixture: await build(join(folder, 'fixture'), { ...fixture, TZ: 'Pacific/Auckland' }),
    again: await build(
      join(folder, 'again'),
      { ...fixture, TZ: 'America/Los_Angeles', NODE_ENV: 'development' },
      '--cold',
    ),
    below: await build(join(folder, 'below'), {
      ...fixture,
      SITE_URL: 'https://example.org/news/',
    }),
    launch: await build(join(folder, 'launch')),
  };
  project.provide('sites', sites);
  return () => rm(folder, { recursive: true, force: true });
}
