/** What the policy of a page leaves to scripts, in a real browser: this site's own work, a stranger's do not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { readKeptPage } from '#lib/kept-page.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';
import { OpenPage, pagesOf } from './site-files.ts';

const { fixture } = inject('sites');

declare global {
  interface Window {
    violations: string[];
    trustedTypes: {
      readonly createPolicy: (name: string, rules: object) => unknown;
    };
  }
}

let browser: Browser;
let server: LocalServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(fixture)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  context = await browser.newContext();
  await context.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
      window.violations.push(`${violatedDirective} ${sample}`);
    });
  });
  page = await context.newPage();
});

afterEach(() => context.close());

const violations = (): Promise<string[]> => page.evaluate(() => window.violations);

const open = (path: string) => page.goto(server.origin + path, { waitUntil: 'load' });

const started = () =>
  page.evaluate(async () => (await navigator.serviceWorker.ready).active?.scriptURL);

test('the worker is started, and no other could be', async () => {
  await open('/articles/everything/');
  expect(await started()).toBe(`${server.origin}/sw.js`);
  expect(await violations()).toEqual([]);
  const refused = await page.evaluate(() =>
    navigator.serviceWorker.register('/other.js').then(
      () => 'started',
      (error: unknown) => String(error),
    ),
  );
  expect(refused).toMatch(/^TypeError.*TrustedScriptURL/);
  expect(await violations()).toEqual([
    expect.stringMatching(/^require-trusted-types-for ServiceWorkerContainer register/),
  ]);
});

test('stories that are kept, and those that are searched for, are shown', async () => {
  await open('/articles/everything/');
  await started();
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/articles/everything/'))))
    .toBe(true);
  await open('/offline/');
  await page.locator('main li a', { hasText: '3 "bridges"' }).waitFor();
  expect(await violations()).toEqual([]);
  await open('/search/?q=harbour');
  await page.locator('#results li').first().waitFor();
  expect(await violations()).toEqual([]);
});

test.each(['/articles/everything/', '/search/', '/offline/'])(
  'on %s, no text becomes markup or code, and nobody makes a rule that lets it',
  async (path) => {
    await open(path);
    await started();
    const refused = await page.evaluate(() => {
      const attempts: Record<string, () => unknown> = {
        markup: () => (document.body.innerHTML = '<p>x</p>'),
        parser: () => new DOMParser().parseFromString('<p>x</p>', 'text/html'),
        code: () => (document.createElement('script').text = 'x()'),
        address: () => (document.createElement('script').src = '/_astro/x.js'),
        policy: () => window.trustedTypes.createPolicy('other', {}),
        'the same policy again': () => window.trustedTypes.createPolicy('worker', {}),
      };
      return Object.entries(attempts).map(([name, attempt]) => {
        try {
          attempt();
          return `${name} was let through`;
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(refused).toEqual(Array.from({ length: 6 }, () => 'TypeError'));
  },
);

test('a script that was changed on its way is refused', async () => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.route('**/_astro/ShareLinks*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'document.title = "changed"' }),
  );
  await open('/articles/everything/');
  await started();
  expect(await page.title()).not.toBe('changed');
  expect(complaints).toEqual([expect.stringContaining('integrity')]);
});

test('an older browser, without Trusted Types, starts the worker too', async () => {
  await context.addInitScript(() => {
    Reflect.deleteProperty(window, 'trustedTypes');
  });
  // Nor does it know what the policy says of them.
  await page.route('**/about/', async (route) => {
    const html = readFileSync(join(fixture, 'about/index.html'), 'utf8');
    await route.fulfill({
      contentType: 'text/html',
      body: html.replace(/; require-trusted-types-for [^;]*; trusted-types [^;]*/, ''),
    });
  });
  await open('/about/');
  expect(await started()).toBe(`${server.origin}/sw.js`);
});

test('of each story on a device, its headline and its time are read as a parser reads them', () => {
  const stories = pagesOf(fixture).filter((file) => /^(?:ar\/)?(?:text\/)?articles\//.test(file));
  expect(stories.length).toBeGreaterThan(100);
  for (const file of stories) {
    const opened = new OpenPage(fixture, `/${file}`);
    const leadsOn = opened.all('meta[http-equiv=refresh]').length > 0;
    const kept = readKeptPage(opened.html);
    expect(kept?.title, file).toBe(leadsOn ? undefined : opened.text('h1'));
    expect(kept?.moment?.at, file).toBe(
      leadsOn ? undefined : opened.attribute('main time', 'dateTime'),
    );
  }
});
