/** The switch that takes offline reading back: what the build publishes, and what becomes of readers' devices. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ChangingHost } from './changing-host.ts';
import { launchChromium } from '#browser/chromium.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';
import { visitUntilKept } from './visit-until-kept.ts';

const { fixture } = inject('sites');

let copy: ProjectCopy;
let off: string;
let browser: Browser;

beforeAll(async () => {
  copy = await copyProject();
  await copy.change('src/site.ts', 'offline: { enabled: true', 'offline: { enabled: false');
  [off, browser] = await Promise.all([copy.build(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await copy.remove();
});

test('no page starts a worker, or may', () => {
  for (const file of pagesOf(off)) {
    const page = new OpenPage(off, `/${file}`);
    expect(page.all('[data-list]'), file).toEqual([]);
    expect(page.html, file).not.toMatch(/worker-src/);
  }
});

test('there is no page for when there is no network, and at the worker’s address stands its end', async () => {
  expect(filesOf(off).filter((file) => file.includes('offline/'))).toEqual([]);
  const leaving = join(import.meta.dirname, '../src/worker/sw-off.js');
  expect(await readFile(join(off, 'sw.js'), 'utf8')).toBe(await readFile(leaving, 'utf8'));
});

test('a reader’s device gives everything back at the next page, and only what is this site’s', async () => {
  const host = new ChangingHost({ '/': fixture });
  await host.start();
  const headers = { 'content-type': 'application/json' };
  host.special.set('/offline/list.json', { headers, body: '{"always":["/about/"],"newest":[]}' });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const state = () =>
      page.evaluate(async () => ({
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        caches: await caches.keys(),
      }));
    await visitUntilKept(page, `${host.origin}/articles/everything/`);
    expect((await state()).caches).toHaveLength(2);
    await page.evaluate(() => caches.open(`visited ${location.origin}/news/`));
    host.sites.set('/', off);
    await page.goto(`${host.origin}/about/`);
    await expect.poll(state).toEqual({ workers: 0, caches: [`visited ${host.origin}/news/`] });
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('About the fixture');
    await host.stop();
    await expect(page.reload()).rejects.toThrow('ERR_CONNECTION_REFUSED');
  } finally {
    await context.close();
    await host.stop();
  }
});
