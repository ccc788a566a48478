/** What the privacy page promises, held against every kind of page in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { areaOf, pathOfFile } from '#lib/hosts/published-page.ts';
import { editions } from '#site.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';
import { pagesOf } from './site-files.ts';

const { fixture } = inject('sites');

let browser: Browser;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(fixture)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** One page of each area of the site. */
const kinds = [
  ...new Map(
    pagesOf(fixture).map((file) => [
      areaOf(
        file,
        editions.map(({ folder }) => folder),
      ),
      file,
    ]),
  ).values(),
].map((file) => pathOfFile('/', file));

test('no page sets a cookie, stores anything but pages for reading without a network, or asks another site for anything', async () => {
  expect(kinds.length).toBeGreaterThan(20);
  const context = await browser.newContext();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  for (const path of kinds) {
    await page.goto(server.origin + path, { waitUntil: 'load' });
    const stored = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      // That the newest stories were fetched, until the tab is closed: the privacy page says so.
      session: Object.keys(sessionStorage).filter((key) => !key.startsWith('kept ')),
      databases: (await indexedDB.databases()).length,
    }));
    expect(stored, path).toEqual({ cookie: '', local: 0, session: [], databases: 0 });
  }
  expect(await context.cookies()).toEqual([]);
  expect(asked.length).toBeGreaterThanOrEqual(kinds.length);
  expect(
    asked.filter((url) => !url.startsWith(`${server.origin}/`) && !url.startsWith('data:')),
  ).toEqual([]);
  await context.close();
});

test('searching asks this site alone', async () => {
  const context = await browser.newContext();
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(`${server.origin}/search/?q=archive`);
  await page.locator('#results li').first().waitFor();
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((url) => !url.startsWith(`${server.origin}/`))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});
