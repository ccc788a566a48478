/** Whatever was done since the last build, the next one makes what a build without a past makes. */
import { statSync } from 'node:fs';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild } from './build-site.ts';
import { filesOf } from './site-files.ts';
import { halve, openWorkshop, spoil, type Workshop } from './workshop.ts';

let workshop: Workshop;

beforeAll(async () => {
  workshop = await openWorkshop(20_240_901);
  expect((await workshop.build()).different).toEqual([]);
});

afterAll(() => workshop.project.remove());

test('nothing was done: nothing is made', async () => {
  const { different, output } = await workshop.build();
  expect(different).toEqual([]);
  expect(output).toMatch(/: nothing to change; \d+ files unchanged; [\d.]+ s\.\n$/);
});

test('time alone: stories become due and expire', async () => {
  workshop.desk.now += 2 * 86_400;
  const { different, output } = await workshop.build();
  expect(different).toEqual([]);
  expect(output).toMatch(/\d+ gone/);
});

test('edits at random', async () => {
  for (const count of [1, 1, 2, 8]) {
    const edits = await workshop.edit(count);
    expect((await workshop.build()).different, edits).toEqual([]);
  }
});

test('a word and a template are changed', async () => {
  const { change } = workshop.project;
  const numbersOfCards = () =>
    filesOf(join(workshop.project.folder, 'dist'))
      .filter((path) => path.startsWith('cards/'))
      .map((path) => statSync(join(workshop.project.folder, 'dist', path)).ino);
  const before = numbersOfCards();
  await change('src/i18n/words/en.ts', "'Skip to content'", "'Skip to the story'");
  await change('src/layouts/ArticleLayout.astro', '</BaseLayout>', '<hr /></BaseLayout>');
  expect((await workshop.build('--cold')).different).toEqual([]);
  // A card that is drawn anew is another file, if with the same bytes.
  expect(before.length).toBeGreaterThan(20);
  expect(numbersOfCards()).toEqual(before);
});

test('code that changes while it is compiled is not kept as what it was', async () => {
  const { folder, change } = workshop.project;
  const templates = join(folder, 'node_modules', '.cache', 'site', 'templates');
  const names = async () => new Set(await readdir(templates));
  await change('src/i18n/words/en.ts', "'Skip to the story'", "'Skip to this story'");
  const before = await names();
  const building = runBuild(join(folder, 'dist'), { CONTENT_DIR: 'content' }, folder);
  // A compiler begins with a folder of its own.
  while ((await names()).difference(before).size === 0) await setImmediate();
  await change('src/i18n/words/en.ts', "'Skip to this story'", "'Skip to that story'");
  const { code, output } = await building;
  expect(code).toBe(1);
  expect(output).toMatch(
    /\nThe code of the site was changed while it was compiled\. Build again\.\n$/,
  );
  expect((await workshop.build('--cold')).different).toEqual([]);
});

test('a link in public/ is refused, for what it leads to could change unseen', async () => {
  const { folder } = workshop.project;
  const link = join('public', '.well-known', 'security.txt');
  await mkdir(join(folder, 'public', '.well-known'), { recursive: true });
  await symlink(join(folder, 'package.json'), join(folder, link));
  const { code, output } = await runBuild(join(folder, 'dist'), { CONTENT_DIR: 'content' }, folder);
  expect([code, output]).toEqual([
    1,
    `${link} is a link to another place. Copy what it leads to there itself.\n`,
  ]);
  await rm(join(folder, link));
  expect((await workshop.build()).different).toEqual([]);
});

test('the cache was spoiled, half written, and partly deleted', async () => {
  const files = await workshop.kept(/\/made\/[^/]+\/pages\/..\/\w{62}$/);
  for (const [index, file] of files.entries()) {
    if (index % 5 === 0) await spoil(file);
    if (index % 5 === 1) await halve(file);
    if (index % 5 === 2) await rm(file);
  }
  expect((await workshop.build()).different).toEqual([]);

  for (const file of await workshop.kept(/\/made\/.*(?:\.json|\/records)(?:\.since)?$/))
    await halve(file);
  for (const file of await workshop.kept(/\/templates\/.*\.mjs$/)) await spoil(file);
  expect((await workshop.build()).different).toEqual([]);
});

test('the site moves to another address', async () => {
  workshop.settings['SITE_URL'] = 'https://example.org/news/';
  expect((await workshop.build()).different).toEqual([]);
});
