/** What a browser fetches of the pictures, when, and that nothing moves when they come. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { launchChromium } from '#browser/chromium.ts';
import { kinds } from './page-kinds.ts';
import { serveSite } from './serve-site.ts';

let browser: Browser;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(inject('sites').fixture)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function inPage<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>) {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const phone = { viewport: { width: 360, height: 740 } };

/** The names of the pictures that the page asks for. */
function noteFetched(page: Page): string[] {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const [, name] = /\/pictures\/(.+)\.[0-9a-f]{10}\./.exec(request.url()) ?? [];
    if (name !== undefined) fetched.push(name);
  });
  return fetched;
}

describe('a sensitive picture', () => {
  test.each(['/articles/quiet/', '/world/'])(
    'on %s is fetched when it is opened, and not before',
    async (address) => {
      await inPage(phone, async (page) => {
        const fetched = noteFetched(page);
        await page.goto(server.origin + address, { waitUntil: 'networkidle' });
        await page.keyboard.press('End');
        await page.locator('summary').scrollIntoViewIfNeeded();
        expect(fetched).toEqual([]);
        await page.locator('summary').press('Enter');
        await expect.poll(() => fetched).toEqual(['wounded']);
      });
    },
  );

  test.each([true, false])(
    'is not printed, whether it was opened or not (%s)',
    async (isOpened) => {
      await inPage(phone, async (page) => {
        await page.goto(`${server.origin}/articles/quiet/`, { waitUntil: 'networkidle' });
        if (isOpened) await page.locator('summary').click();
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('main img').isVisible()).toBe(false);
        expect(await page.locator('summary').isVisible()).toBe(true);
      });
    },
  );
});

describe('a photograph', () => {
  const places = ['/articles/closed/', '/ar/articles/only-arabic/', '/ar/gaza-news/'];
  const screens = [
    [320, 1],
    [360, 2],
    [768, 1],
    [1280, 1],
    [1600, 1],
  ] as const;

  test.each(screens)(
    'at %i px and %i dots a pixel comes neither coarse nor much larger than it is shown',
    async (width, deviceScaleFactor) => {
      await inPage({ viewport: { width, height: 800 }, deviceScaleFactor }, async (page) => {
        for (const address of places) {
          await page.goto(server.origin + address, { waitUntil: 'load' });
          const { dots, name } = await page
            .locator('main img')
            .first()
            .evaluate((image) => ({
              dots: image.getBoundingClientRect().width * devicePixelRatio,
              name: (image as HTMLImageElement).currentSrc,
            }));
          const fetched = Number(/-(\d+)\.\w+\.avif$/.exec(name)?.[1]);
          expect(fetched / dots, `${address} takes ${fetched} for ${dots}`).toBeGreaterThan(0.8);
          expect(fetched / dots, `${address} takes ${fetched} for ${dots}`).toBeLessThan(2.3);
        }
      });
    },
  );

  test('comes in its narrowest to those who ask for less data, where the browser can tell', async () => {
    const able = await launchChromium(['--enable-blink-features=PrefersReducedData']);
    try {
      const page = await able.newPage({
        viewport: { width: 1280, height: 800 },
        // What is kept for reading without a network is asked of the browser's own cache once more.
        serviceWorkers: 'block',
      });
      const protocol = await page.context().newCDPSession(page);
      await protocol.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-reduced-data', value: 'reduce' }],
      });
      const fetched = noteFetched(page);
      await page.goto(`${server.origin}/articles/closed/`, { waitUntil: 'networkidle' });
      await page.locator('main img').nth(1).scrollIntoViewIfNeeded();
      await page.waitForLoadState('networkidle');
      expect(fetched).toEqual(['quay-360']);
    } finally {
      await able.close();
    }
  });
});

/** Runs in each page before anything of its own. */
function noteShifts(): void {
  const shifts: number[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push((entry as unknown as { value: number }).value);
  }).observe({ type: 'layout-shift', buffered: true });
}

test.each(kinds)('nothing moves on %s while its pictures come late', async (address) => {
  await inPage(phone, async (page) => {
    let asked = 0;
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    await page.route('**/pictures/**', async (route) => {
      asked++;
      await released;
      await route.continue();
    });
    await page.addInitScript(noteShifts);
    await page.goto(server.origin + address, { waitUntil: 'domcontentloaded' });
    // The text has been painted without them.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const pictures = page.locator('main img[fetchpriority=high]');
    for (const picture of await pictures.all()) {
      expect(await picture.evaluate((image) => (image as HTMLImageElement).complete)).toBe(false);
    }
    const count = await pictures.count();
    await expect.poll(() => asked).toBeGreaterThanOrEqual(count);
    release(undefined);
    await page.waitForLoadState('load');
    const shifts = await page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      return (window as unknown as { shifts: number[] }).shifts;
    });
    expect(shifts).toEqual([]);
  });
});
