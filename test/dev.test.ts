/** The live preview, as an editor uses it: drafts, changes, mistakes and their mending. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#browser/chromium.ts';
import { copyFixture } from './fixture-content.ts';

let folder: string;
let server: ChildProcess;
/** What the preview printed. */
let printed = '';
let origin: string;
let browser: Browser;
let page: Page;

async function change(from: string, to: string, story = 'plain.md'): Promise<void> {
  const file = join(folder, 'articles', 'en', '2024', story);
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'live-preview-'));
  await copyFixture(folder);
  const { PATH = '', HOME = '' } = process.env;
  server = spawn(process.execPath, ['tools/dev.ts', '--port', '0'], {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH, HOME, CONTENT_DIR: folder, SOURCE_DATE_EPOCH: '1725192000' },
  });
  origin = await new Promise<string>((resolve, reject) => {
    server.on('exit', () => {
      reject(new Error('The live preview ended.'));
    });
    server.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [address] = /http:\/\/localhost:\d+/.exec(text) ?? [];
      if (address) resolve(address);
    });
  });
  browser = await launchChromium();
  page = await browser.newPage();
});

afterAll(async () => {
  server.removeAllListeners('exit');
  server.kill();
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

test('a draft is shown, and marked as one', async () => {
  await page.goto(`${origin}/articles/draft/`);
  expect(await page.locator('main header').innerText()).toContain('Draft: not published');
});

test('stories can be searched, drafts too', async () => {
  await page.goto(`${origin}/search/?q=xylophone`);
  const found = page.locator('#results h3');
  await expect.poll(() => found.allInnerTexts()).toEqual(['Xylophone draft']);
});

test('pictures are shown', async () => {
  await page.goto(`${origin}/articles/everything/`);
  const image = page.locator('main article > figure img');
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBe(400);
});

async function headline(): Promise<string> {
  await page.goto(`${origin}/articles/plain/`);
  return page.locator('h1').innerText();
}

test('a change is shown without a restart', async () => {
  await change('A plain story', 'A changed story');
  await expect.poll(headline).toBe('A changed story');
});

test('mistakes are shown over the page, and go when they are mended', async () => {
  const overlay = page.locator('vite-error-overlay');
  await change('authors: [ben]', 'authors: [bne]', 'quiet.md');
  await change('[palestine-news]', '[palestine-new]');
  await expect.poll(() => overlay.count()).toBe(1);
  const shown = () => overlay.evaluate((element) => element.shadowRoot?.textContent);
  await expect
    .poll(shown)
    .toContain('plain.md:4:14 categories.0: is "palestine-new", which is not known.');
  expect(await shown()).toContain('quiet.md:5:11 authors.0: names "bne", who is not known.');
  expect(await shown()).toContain('The preview waits.');
  await change('[palestine-new]', '[palestine-news]');
  await change('authors: [bne]', 'authors: [ben]', 'quiet.md');
  await expect.poll(() => overlay.count()).toBe(0);
  await expect.poll(() => page.locator('h1').innerText()).toBe('A changed story');
});

test('a warning is printed once, however often content is read, and none says that nothing was published', async () => {
  const long =
    'A story without comments, whose headline is so long that most places show only its beginning';
  await change('A story without comments', long, 'quiet.md');
  const warnings = () => printed.match(/has \d+ characters/g)?.length;
  await expect.poll(warnings).toBe(1);
  await change('A changed story', 'A story that was changed again');
  await expect.poll(headline).toBe('A story that was changed again');
  expect(warnings()).toBe(1);
  expect(printed).toContain('All problems are mended.');
  expect(printed).not.toContain('Nothing was published');
});
