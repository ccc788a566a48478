/** A build that is killed at any moment leaves the last good site, and the next build works. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFixture, runBuild } from './build-site.ts';
import { contentsOf } from './site-files.ts';

const root = join(import.meta.dirname, '..');
let folder: string;
let settings: Record<string, string>;
let good: Map<string, string>;

const site = (): string => join(folder, 'dist');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-build-'));
  const content = await makeFixture(join(folder, 'content'));
  settings = { CONTENT_DIR: content, SOURCE_DATE_EPOCH: '1725192000' };
  expect((await runBuild(site(), settings)).code).toBe(0);
  good = contentsOf(site());
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a build and kills it after some time, as a machine that fails would; true if it was still at work. */
async function buildAndKill(milliseconds: number): Promise<boolean> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['tools/build.ts', '--outDir', site()], {
    cwd: root,
    stdio: 'ignore',
    env: { PATH, HOME, ...settings },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const signal = await new Promise((resolve) =>
    child.on('exit', (_code, by) => {
      resolve(by);
    }),
  );
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

test('killed at any moment, a build leaves the last good site as it was', async () => {
  // A different moment of the work each time, whatever the speed of the machine.
  const began = performance.now();
  await runBuild(site(), settings);
  const whole = performance.now() - began;
  let killed = 0;
  for (const part of [0.1, 0.35, 0.6, 0.75, 0.85, 0.92]) {
    if (await buildAndKill(whole * part)) killed++;
    expect(contentsOf(site())).toEqual(good);
  }
  expect(killed).toBeGreaterThan(0);
});

test('the next build works, and clears away what the killed ones left', async () => {
  expect((await runBuild(site(), settings)).code).toBe(0);
  expect(contentsOf(site())).toEqual(good);
  expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
});

test('two builds at the same time do not mix', async () => {
  const results = await Promise.all([runBuild(site(), settings), runBuild(site(), settings)]);
  expect(results.map(({ code }) => code)).toContain(0);
  expect(contentsOf(site())).toEqual(good);
});

test('a place where nothing can be written is told in a line, without a stack trace', async () => {
  const file = join(folder, 'content', 'articles', 'en', 'everything.md');
  const { code, output } = await runBuild(join(file, 'dist'), settings);
  expect(code).toBe(1);
  expect(output.trim()).toBe(`${file} is a file. Choose another place with --outDir.`);
});
