/** Reading without a network, in a real browser, whose host goes away, slows down and changes. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { findBarriers } from './barriers.ts';
import { ChangingHost } from './changing-host.ts';
import { launchChromium } from '#browser/chromium.ts';
import { OpenPage } from './site-files.ts';
import { untilKept, visitUntilKept } from './visit-until-kept.ts';

const sites = inject('sites');
const worker = await readFile(join(import.meta.dirname, '../src/worker/sw.js'), 'utf8');

interface OfflineList {
  readonly always: readonly string[];
  readonly newest: readonly string[];
}

const listIn = (site: string, file: string): OfflineList =>
  JSON.parse(readFileSync(join(site, file), 'utf8')) as OfflineList;

const jsonOf = (list: OfflineList) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(list),
});

/** Three of the newest stories are as good as all of them, and fetched sooner. */
const shortLists: [path: string, list: OfflineList][] = [
  { site: sites.fixture, base: '/', file: 'offline/list.json' },
  { site: sites.fixture, base: '/', file: 'ar/offline/list.json' },
  { site: sites.below, base: '/news/', file: 'offline/list.json' },
].map(({ site, base, file }) => {
  const { always, newest } = listIn(site, file);
  return [base + file, { always, newest: newest.slice(0, 3) }];
});

let browser: Browser;
let host: ChangingHost;
let context: BrowserContext;
let page: Page;
/** What the browser complains about. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

beforeEach(async () => {
  host = new ChangingHost({ '/': sites.fixture, '/news/': sites.below });
  for (const [path, list] of shortLists) host.special.set(path, jsonOf(list));
  await host.start();
  context = await browser.newContext();
  // A window that nobody sees is seldom found idle, and would wait for its turn.
  await context.addInitScript(() => {
    window.requestIdleCallback = (go) =>
      window.setTimeout(go, 0, { didTimeout: false, timeRemaining: () => 50 });
  });
  page = await context.newPage();
  complaints = [];
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted|Uncaught/.test(message.text()))
      complaints.push(message.text());
  });
  context.on('weberror', (error) => {
    // A transition between pages that the second does not take part in ends so.
    if (!String(error.error()).includes('ViewTransition')) complaints.push(String(error.error()));
  });
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
  await host.stop();
});

/** The paths that this browser keeps, those of each cache by the first word of its name. */
const kept = (window = page): Promise<Record<string, string[]>> =>
  window.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      const list = (found[name.split(' ')[0] ?? ''] ??= []);
      list.push(...requests.map(({ url }) => url.replace(location.origin, '')));
    }
    return found;
  });

const visited = async (): Promise<string[]> => (await kept())['visited'] ?? [];

/** The paths of the stories in all caches, without their versions. */
const storiesKept = async (): Promise<string[]> =>
  Object.values(await kept())
    .flat()
    .map((path) => path.replace(/\?.*/, ''))
    .filter((path) => path.includes('/articles/'));

const read = (path: string): Promise<string | undefined> =>
  page.evaluate(async (key) => (await caches.match(key))?.text(), path);

const visit = (path: string): Promise<void> => visitUntilKept(page, host.origin + path);

const heading = (window = page): Promise<string> => window.locator('h1').innerText();

const special = (title: string) => ({
  headers: { 'content-type': 'text/html' },
  body: `<!DOCTYPE html><html lang="en"><title>x</title><h1>${title}</h1></html>`,
});

describe('a first visit', () => {
  test('keeps the page with its pictures, and the page for when there is no network with its scripts', async () => {
    await visit('/articles/everything/');
    const { visited, kept: ahead } = await kept();
    expect(visited).toContain('/articles/everything/');
    expect(visited?.some((path) => path.startsWith('/pictures/'))).toBe(true);
    expect(visited?.some((path) => path.startsWith('/_astro/'))).toBe(true);
    expect(ahead?.filter((path) => path.startsWith('/offline/'))).toHaveLength(1);
    expect(ahead?.filter((path) => path.startsWith('/_astro/')).length).toBeGreaterThanOrEqual(2);
  });

  test('takes the page and its pictures out of the browser’s cache where the host lets it', async () => {
    const body = await readFile(join(sites.fixture, 'articles/everything/index.html'), 'utf8');
    const headers = { 'content-type': 'text/html', 'cache-control': 'max-age=600' };
    host.special.set('/articles/everything/', { headers, body });
    await visit('/articles/everything/');
    expect(host.asked.filter((path) => path === '/articles/everything/')).toHaveLength(1);
  });

  test('of a page that is not there keeps nothing of it', async () => {
    await visit('/no-such-page/');
    expect(await visited()).not.toContain('/no-such-page/');
  });
});

describe('without a network', () => {
  test('a page that was read opens again, with its picture', async () => {
    await visit('/articles/everything/');
    const title = await heading();
    await host.stop();
    await page.reload();
    expect(await heading()).toBe(title);
    await expect
      .poll(() =>
        page
          .locator('main img')
          .first()
          .evaluate((img) => (img as HTMLImageElement).naturalWidth),
      )
      .toBeGreaterThan(0);
  });

  test('a page that was not read shows what is there to read, and leads to it', async () => {
    await visit('/articles/everything/');
    const title = await heading();
    await host.stop();
    await page.goto(`${host.origin}/about/`);
    expect(await heading()).toBe('Read without a network');
    await page.getByText('The network cannot be reached').waitFor();
    await page.getByRole('listitem').getByRole('link', { name: title, exact: true }).click();
    await page.waitForURL('**/articles/everything/');
    expect(await heading()).toBe(title);
  });

  test('the page that was asked for opens when the network is back and the reader tries again', async () => {
    await visit('/');
    await host.stop();
    await page.goto(`${host.origin}/about/`);
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await host.start();
    await again.click();
    await page.getByRole('heading', { level: 1, name: 'About the fixture' }).waitFor();
  });

  test('each edition has its own page', async () => {
    await visit('/articles/everything/');
    await visit('/ar/');
    await host.stop();
    await page.goto(`${host.origin}/ar/about/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
    await page.getByText('تعذّر الوصول إلى الشبكة').waitFor();
    await page.goto(`${host.origin}/world/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('a story that has moved is listed once, under its own name', async () => {
    await visit('/');
    await page.goto(`${host.origin}/articles/old-harbour/`);
    await page.waitForURL('**/articles/everything/');
    const title = await heading();
    expect(await visited()).toContain('/articles/old-harbour/');
    await page.goto(`${host.origin}/offline/`);
    await page.getByRole('link', { name: title, exact: true }).waitFor();
    expect(await page.locator('main li a').allInnerTexts()).not.toContain('This story has moved');
    expect(await page.getByRole('link', { name: title, exact: true }).count()).toBe(1);
  });
});

describe('with a network', () => {
  test('what is shown is what the host has now, also after a new deploy', async () => {
    await visit('/about/');
    await page.reload();
    host.special.set('/about/', special('The next edition'));
    await page.reload();
    expect(await heading()).toBe('The next edition');
    await expect.poll(() => read('/about/')).toContain('The next edition');
    await host.stop();
    await page.reload();
    expect(await heading()).toBe('The next edition');
  });

  test('a slow one is waited for, but not longer than a few seconds if the page is kept', async () => {
    await visit('/about/');
    const other = await context.newPage();
    const releaseOther = host.hold('/world/');
    const release = host.hold('/about/');
    host.special.set('/about/', special('The late edition'));
    const opening = other.goto(`${host.origin}/world/`);
    await page.reload();
    expect(await heading()).toBe('About the fixture');
    // By now the patience for a page that is kept is over, but this one is not kept.
    expect(other.url()).toBe('about:blank');
    releaseOther();
    await opening;
    expect(await heading(other)).toBe('World');
    release();
    await expect.poll(() => read('/about/')).toContain('The late edition');
  });

  test.each([
    { status: 404, path: '/articles/', twin: '/text/articles/' },
    { status: 410, path: '/text/articles/', twin: '/articles/' },
  ])(
    'a story that was taken down ($status) leaves the device, as a page and as text',
    async ({ status, path, twin }) => {
      await visit('/about/');
      await page.goto(`${host.origin}${twin}everything/`);
      await page.goto(`${host.origin}${path}everything/`);
      await expect.poll(storiesKept).toContain(`${twin}everything/`);
      await expect.poll(storiesKept).toContain(`${path}everything/`);
      host.special.set(`${path}everything/`, { ...special('Gone'), status });
      await page.reload();
      expect(await heading()).toBe('Gone');
      await expect.poll(storiesKept).not.toContain(`${path}everything/`);
      expect(await storiesKept()).not.toContain(`${twin}everything/`);
      expect(await visited()).toContain('/about/');
    },
  );

  test('an error of the host is passed on, and what is kept stays', async () => {
    await visit('/about/');
    host.special.set('/about/', { ...special('Broken'), status: 500 });
    await page.reload();
    expect(await heading()).toBe('Broken');
    await host.stop();
    await page.reload();
    expect(await heading()).toBe('About the fixture');
  });

  test('files whose name changes with what they hold are asked for once', async () => {
    await visit('/articles/everything/');
    host.asked.length = 0;
    await page.reload({ waitUntil: 'networkidle' });
    expect(host.asked.filter((path) => /^\/(?:_astro|pictures)\//.test(path))).toEqual([]);
  });
});

describe('the newest stories, as text', () => {
  const [, list = { always: [], newest: [] }] = shortLists[0] ?? [];
  const [first = '', second = '', ...others] = list.newest;
  const textsKept = async (): Promise<string[]> =>
    ((await kept())['kept'] ?? []).filter((path) => path.startsWith('/text/'));
  const textsAsked = (): string[] => host.asked.filter((path) => path.startsWith('/text/'));

  test('are fetched ahead, each once, and open without a network', async () => {
    await visit('/');
    expect((await textsKept()).sort()).toEqual(list.newest.toSorted());
    expect(textsAsked()).toEqual(list.newest);
    await host.stop();
    await page.goto(host.origin + first);
    expect(await heading()).toBe(new OpenPage(sites.fixture, first.replace(/\?.*/, '')).text('h1'));
  });

  test('stand in for a story whose page was not opened', async () => {
    await visit('/');
    await host.stop();
    const path = first.replace(/\?.*/, '');
    await page.goto(host.origin + path.replace('/text/', '/'));
    await page.waitForURL(host.origin + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  test.each([
    [
      'Save-Data',
      () => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
      },
    ],
    [
      'prefers-reduced-data',
      () => {
        const matches = window.matchMedia.bind(window);
        window.matchMedia = (query) =>
          matches(query.replace('(prefers-reduced-data: reduce)', 'all'));
      },
    ],
  ])(
    'are left where they are, as is all else, if the reader asks for less by %s',
    async (_name, askForLess) => {
      await context.addInitScript(askForLess);
      await visit('/');
      expect(host.asked.filter((path) => /^\/(?:text|offline)\//.test(path))).toEqual([]);
      const shown = host.asked.filter((path) => /^\/(?:_astro\/|pictures\/|$)/.test(path));
      expect(shown).toEqual([...new Set(shown)]);
      expect(await visited()).toContain('/');
    },
  );

  test('are fetched again only where they changed, and go where they are listed no more', async () => {
    await visit('/');
    const path = second.replace(/\?.*/, '');
    await page.goto(host.origin + path);
    await expect.poll(visited).toContain(path);
    host.asked.length = 0;
    host.special.set(path, special('The next edition'));
    const changed = `${path}?changed`;
    const next = { always: list.always, newest: [changed, ...others] };
    host.special.set('/offline/list.json', jsonOf(next));
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await visit('/about/');
    expect(textsAsked()).toEqual([changed]);
    expect((await textsKept()).sort()).toEqual([changed, ...others].sort());
    expect(await read(path)).toContain('The next edition');
  });

  test('stay until newer ones are there, where the network breaks in between', async () => {
    await visit('/');
    const ahead = async (): Promise<string[]> => ((await kept())['kept'] ?? []).sort();
    const [before, isStory] = [await ahead(), (path: string) => path.startsWith('/text/')];
    const changed = (address: string): string => address.replace(/\?.*/, '?changed');
    const [offlinePage = ''] = list.always.filter((address) => address.startsWith('/offline/'));
    const script = '/_astro/new.js';
    const next = {
      always: [script, changed(offlinePage)],
      newest: [changed(first), changed(second)],
    };
    host.special.set('/offline/list.json', jsonOf(next));
    host.special.set(script, { status: 503 });
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await page.goto(`${host.origin}/about/`);
    // A story that is not listed any more goes at once: it may have been taken down.
    await expect.poll(textsKept).toEqual([first, second]);
    expect(await ahead()).toEqual(
      before.filter((path) => !isStory(path) || path === first || path === second),
    );
    host.special.set(script, { headers: { 'content-type': 'text/javascript' } });
    await visit('/world/');
    expect(await ahead()).toEqual([...next.always, ...next.newest].sort());
  });

  test('are fetched on where the reader went to another page', async () => {
    const release = host.hold(second.replace(/\?.*/, ''));
    await page.goto(host.origin);
    await expect.poll(textsAsked, { interval: 500 }).toEqual([first, second]);
    await page.goto(`${host.origin}/about/`);
    release();
    await untilKept(page);
    expect((await textsKept()).sort()).toEqual(list.newest.toSorted());
    expect(textsAsked().filter((path) => path === first)).toHaveLength(1);
  });
});

describe('what is kept', () => {
  test('has no questions in its addresses, and no downloads', async () => {
    await visit('/');
    await page.goto(`${host.origin}/about/?from=somebody#content`);
    await page.goto(`${host.origin}/sw.js`);
    await page.goto(`${host.origin}/world/`);
    await expect.poll(visited).toEqual(expect.arrayContaining(['/about/', '/world/']));
    expect((await visited()).filter((path) => /[?#]|sw\.js/.test(path))).toEqual([]);
  });

  test('is never what another origin answered, nor an answer to what was sent', async () => {
    const stranger = new ChangingHost({});
    await stranger.start();
    try {
      stranger.special.set('/x.js', { headers: { 'access-control-allow-origin': '*' } });
      await visit('/');
      const location = `${stranger.origin}/x.js`;
      host.special.set('/_astro/foreign.js', { status: 302, headers: { location } });
      host.special.set('/_astro/posted.js', { body: 'posted' });
      host.special.set('/_astro/own.js', { body: 'own' });
      await page.evaluate(async () => {
        await fetch('/_astro/foreign.js').catch(() => undefined);
        await fetch('/_astro/posted.js', { method: 'POST' });
        await fetch('/_astro/own.js');
      });
      await expect.poll(visited).toContain('/_astro/own.js');
      expect(stranger.asked).toEqual(['/x.js']);
      expect(await visited()).not.toContain('/_astro/foreign.js');
      expect(await visited()).not.toContain('/_astro/posted.js');
    } finally {
      await stranger.stop();
      complaints.length = 0;
    }
  });

  /** Fills the cache of what was visited with pages of so many bytes each. */
  const fill = (count: number, bytes: number): Promise<void> =>
    page.evaluate(
      async ({ count, bytes }) => {
        const cache = await caches.open(`visited ${location.origin}/`);
        for (let number = 1; number <= count; number++) {
          await cache.put(`/old/${number}/`, new Response('x'.repeat(bytes)));
        }
      },
      { count, bytes },
    );

  test('is bounded: what was opened longest ago goes first', async () => {
    await visit('/');
    await fill(250, 1);
    await page.goto(`${host.origin}/about/`);
    await expect.poll(async () => (await visited()).length).toBe(200);
    const left = await visited();
    expect(left.at(-1)).toBe('/about/');
    expect(left).not.toContain('/old/51/');
    expect(left).toContain('/old/52/');
  });

  test('makes room on a full device, which never keeps a page from being read', async () => {
    await visit('/');
    await fill(30, 10_000);
    const protocol = await context.newCDPSession(page);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: host.origin, quotaSize: 1000 });
    await page.goto(`${host.origin}/about/`);
    expect(await heading()).toBe('About the fixture');
    await expect.poll(visited).not.toContain('/old/1/');
    expect(await visited()).not.toContain('/about/');
    expect(await visited()).toContain('/old/30/');
    await page.goto(`${host.origin}/articles/everything/`);
    expect(await page.locator('main img').count()).toBeGreaterThan(0);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: host.origin });
    await page.goto(`${host.origin}/about/`);
    await expect.poll(visited).toContain('/about/');
  });

  test('can be deleted by the reader', async () => {
    await visit('/articles/everything/');
    await page.goto(`${host.origin}/offline/`);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText('No story is kept on this device.').waitFor();
    expect(await kept()).toEqual({});
    expect(await page.getByRole('main').ariaSnapshot()).not.toMatch(/- list/);
  });
});

describe('the worker', () => {
  test('gives way to the next one within a visit, which keeps what is there', async () => {
    await visit('/articles/everything/');
    const headers = { 'content-type': 'text/javascript' };
    const body = `${worker}addEventListener('activate', () => caches.open('next'));`;
    host.special.set('/sw.js', { headers, body });
    await page.goto(`${host.origin}/about/`);
    await expect.poll(async () => Object.keys(await kept())).toContain('next');
    expect(await visited()).toContain('/articles/everything/');
  });

  test('of a site below a path minds its own pages and what they keep', async () => {
    await visit('/news/articles/everything/');
    await visit('/');
    await host.stop();
    await page.goto(`${host.origin}/news/articles/everything/`);
    expect(await page.locator('main img').count()).toBeGreaterThan(0);
    await page.goto(`${host.origin}/news/ar/world/`);
    expect(await heading()).toBe('Read without a network');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByText('No story is kept on this device.').waitFor();
    await page.goto(`${host.origin}/`);
    expect(await heading()).not.toBe('');
    const left = Object.values(await kept()).flat();
    expect(left).toContain('/');
    expect(left.filter((path) => path.startsWith('/news/'))).toEqual([]);
  });

  test('is as short as it reads, and is served as it was written', async () => {
    expect(worker.length).toBeLessThan(2000);
    for (const site of [sites.fixture, sites.below, sites.launch]) {
      expect(await readFile(join(site, 'sw.js'), 'utf8')).toBe(worker);
    }
  });
});

describe.each([
  { edition: 'English', path: '/offline/' },
  { edition: 'Arabic', path: '/ar/offline/' },
])('the page for when there is no network, in $edition', ({ path }) => {
  test('has no barriers, in light and dark', async () => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit(path.replace('offline/', 'articles/everything/'));
    await page.goto(host.origin + path);
    await page.locator('main li a').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findBarriers(page), colorScheme).toEqual([]);
    }
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    complaints.length = 0;
  });

  test('says without scripts why it lists nothing, and offers no button that does nothing', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const window = await plain.newPage();
    await window.goto(host.origin + path);
    expect(await window.locator('main noscript p').isVisible()).toBe(true);
    expect(await window.locator('main button').count()).toBe(0);
    await plain.close();
  });
});
