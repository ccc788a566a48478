/** What only a browser shows: accessibility, focus, overflow, requests, reading without scripts. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { findBarriers, findBarriersOfColour } from './barriers.ts';
import { launchChromium } from '#browser/chromium.ts';
import { kinds } from './page-kinds.ts';
import { serveSite } from './serve-site.ts';

const sites = inject('sites');

let browser: Browser;
let fixture: LocalServer;
let launch: LocalServer;

beforeAll(async () => {
  [browser, fixture, launch] = await Promise.all([
    launchChromium(),
    serveSite(sites.fixture),
    serveSite(sites.launch),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([fixture.close(), launch.close()]);
});

async function inPage<T>(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  // What the worker does is another test's matter: test/offline.test.ts.
  const context: BrowserContext = await browser.newContext({ serviceWorkers: 'block', ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const size = (width: number, height = 800): BrowserContextOptions => ({
  viewport: { width, height },
});

test.each(kinds)('axe finds nothing on %s, in light or dark', async (address) => {
  await inPage({ ...size(360), colorScheme: 'light' }, async (page) => {
    await page.goto(fixture.origin + address);
    expect(await findBarriers(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findBarriersOfColour(page)).toEqual([]);
  });
});

test.each(kinds)(
  '%s neither scrolls sideways nor cuts text off at 320 px, with letters twice as large, and spread apart',
  async (address) => {
    await inPage(size(320), async (page) => {
      await page.goto(fixture.origin + address);
      const lost = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          const cut = [...document.querySelectorAll('body *:not(.visually-hidden)')].filter(
            (element) =>
              getComputedStyle(element).overflowY === 'hidden' &&
              element.scrollHeight > element.clientHeight,
          );
          return {
            sideways: scrollWidth - clientWidth,
            cut: cut.map((element) => element.outerHTML),
          };
        });
      const nothing = { sideways: 0, cut: [] };
      expect(await lost()).toEqual(nothing);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await lost()).toEqual(nothing);
      // https://www.w3.org/TR/WCAG22/#text-spacing
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
        for (const { style } of document.querySelectorAll<HTMLElement>('body *')) {
          style.lineHeight = '1.5';
          style.letterSpacing = '0.12em';
          style.wordSpacing = '0.16em';
        }
      });
      expect(await lost()).toEqual(nothing);
    });
  },
);

test.each(kinds)('%s asks for nothing from another origin and logs no error', async (address) => {
  await inPage(size(360), async (page) => {
    const foreign: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(fixture.origin)) foreign.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      const isMissingPage = message.location().url === fixture.origin + '/no-such-page/';
      if (message.type() === 'error' && !isMissingPage) errors.push(message.text());
    });
    await page.goto(fixture.origin + address, { waitUntil: 'networkidle' });
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] });
  });
});

test.each(kinds.filter((address) => !address.includes('search')))(
  '%s reads the same without scripts',
  async (address) => {
    const read = (javaScriptEnabled: boolean) =>
      inPage({ ...size(360), javaScriptEnabled }, async (page) => {
        await page.goto(fixture.origin + address);
        // What only some browsers can do is offered only there: test/share.test.ts.
        await page.evaluate(() => {
          for (const button of document.querySelectorAll('[data-share] button')) button.remove();
        });
        return page.locator('body').innerText();
      });
    const text = await read(false);
    expect(text).toMatch(/\S{3}/);
    expect(await read(true)).toBe(text);
  },
);

test('the text of the flagship is painted with one request, and one more for its picture', async () => {
  await inPage(size(360), async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      // Some browsers ask for the icon, some wait for a window to show it in.
      if (!request.url().includes('favicon')) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(`${launch.origin}/articles/modi-moscow-visit-july-2024/`, {
      waitUntil: 'networkidle',
    });
    // A module waits until the page is there.
    const forText = asked.filter((path) => !path.startsWith('/_astro/'));
    expect(forText.map((path) => path.replace(/\.\w+\.svg$/, '.svg')).sort()).toEqual([
      '/articles/modi-moscow-visit-july-2024/',
      '/pictures/modi-moscow-visit-july-2024.svg',
    ]);
  });
});

describe.each([
  {
    edition: 'English',
    address: '/articles/everything/',
    stops:
      'Skip to content|Gaza & Palestine News|Search|Text version|العربية|Gaza News|Palestine News|World|Topics|Archive',
    first: 'Palestine News',
  },
  {
    edition: 'Arabic',
    address: '/ar/articles/everything/',
    stops:
      'انتقل إلى المحتوى|أخبار غزة وفلسطين|البحث|النسخة النصية|English|أخبار غزة|أخبار فلسطين|العالم|الموضوعات|الأرشيف',
    first: 'أخبار فلسطين',
  },
])('by keyboard, in $edition', ({ address, stops, first }) => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent.trim().replaceAll(/\s+/g, ' ') ?? '');

  test('the first stop leads to the content, then come the name, the other versions and the sections', async () => {
    await inPage(size(1280), async (page) => {
      await page.goto(fixture.origin + address);
      const found: string[] = [];
      for (const stop of stops.split('|')) {
        await page.keyboard.press('Tab');
        found.push(await focused(page));
        expect(found.at(-1)).toBe(stop);
      }
    });
  });

  test('the skip link shows when it has the focus and moves it to the content', async () => {
    await inPage(size(360), async (page) => {
      await page.goto(fixture.origin + address);
      await page.keyboard.press('Tab');
      const box = await page.locator(':focus').boundingBox();
      expect(box?.height).toBeGreaterThan(24);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(first);
    });
  });
});

test.each([
  '/',
  '/world/2/',
  '/articles/everything/',
  '/articles/quiet/',
  '/search/',
  '/text/articles/everything/',
  '/ar/articles/everything/',
])(
  'by keyboard, every stop on %s is in view, shows its focus, is not covered, and none is a trap',
  async (address) => {
    await inPage(size(360), async (page) => {
      await page.goto(fixture.origin + address);
      const stops = page
        .locator('a[href], summary, button, input, select:enabled, textarea, [tabindex="0"]')
        .filter({ visible: true });
      for (let count = await stops.count(); count > 0; count--) {
        await page.keyboard.press('Tab');
        const state = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return 'nothing has the focus';
          if (element.hasAttribute('data-had-focus')) return 'had the focus before';
          element.setAttribute('data-had-focus', '');
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return 'no outline';
          // https://www.w3.org/TR/WCAG22/#focus-not-obscured-minimum
          const [{ left, top, width, height } = new DOMRect()] = element.getClientRects();
          const [x, y] = [left + width / 2, top + height / 2];
          if (y < 0 || y > innerHeight) return 'out of view';
          return element.contains(document.elementFromPoint(x, y)) ? 'seen' : 'covered';
        });
        const name = await page.evaluate(() => document.activeElement?.outerHTML);
        expect(state, name).toBe('seen');
      }
    });
  },
);

test.each([
  { reducedMotion: 'reduce', isMoved: false },
  { reducedMotion: 'no-preference', isMoved: true },
] as const)(
  'from page to page something moves ($isMoved) for those who asked: $reducedMotion',
  async ({ reducedMotion, isMoved }) => {
    await inPage({ ...size(360), reducedMotion }, async (page) => {
      await page.goto(fixture.origin + '/articles/everything/');
      const moving = await page.evaluate(() => {
        addEventListener('pageswap', (event) => {
          sessionStorage.setItem('isMoved', String(event.viewTransition !== null));
        });
        const inTime = [...document.querySelectorAll('*')].filter((element) =>
          getComputedStyle(element)
            .transitionDuration.split(', ')
            .some((time) => time !== '0s'),
        );
        return [...inTime.map(({ outerHTML }) => outerHTML), ...document.getAnimations()];
      });
      expect(moving).toEqual([]);
      await page.locator('header nav a').first().click();
      await page.waitForURL('**/search/');
      expect(await page.evaluate(() => sessionStorage.getItem('isMoved'))).toBe(String(isMoved));
    });
  },
);

test('in forced colours, only the section that the reader is in is underlined', async () => {
  await inPage({ ...size(1280), forcedColors: 'active' }, async (page) => {
    await page.goto(`${fixture.origin}/world/`);
    const ruled = await page.evaluate(() =>
      [...document.querySelectorAll('header nav a')]
        .filter((link) => Number.parseFloat(getComputedStyle(link).borderBlockEndWidth) > 0)
        .map((link) => link.textContent.trim()),
    );
    expect(ruled).toEqual(['World']);
  });
});

test.each(kinds)('targets on %s are as high as fingers need', async (address) => {
  await inPage(size(360), async (page) => {
    await page.goto(fixture.origin + address);
    const low = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'nav a, .cluster a, summary, button, select, textarea, input:not([type=hidden])',
        ),
      ]
        .filter((element) => element.checkVisibility())
        .filter((element) => element.getBoundingClientRect().height < 44)
        // Links in a sentence or a headline are as high as their line.
        .filter((element) => !element.closest('[aria-labelledby=see-more] nav'))
        .map((element) => element.textContent),
    );
    expect(low).toEqual([]);
  });
});

describe('in Arabic', () => {
  test('type is larger and looser, upright, and never spread apart', async () => {
    await inPage(size(1280), async (page) => {
      const styleOf = (address: string) =>
        page.goto(fixture.origin + address).then(() =>
          page.evaluate(() =>
            [...document.querySelectorAll('body, h1, .prose p, .prose em, nav a')].map(
              (element) => {
                const style = getComputedStyle(element);
                return {
                  size: Number.parseFloat(style.fontSize),
                  leading: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
                  spacing: style.letterSpacing,
                  slant: style.fontStyle,
                  caps: style.textTransform,
                };
              },
            ),
          ),
        );
      const arabic = await styleOf('/ar/articles/everything/');
      const [body] = arabic;
      const [englishBody] = await styleOf('/articles/everything/');
      expect(body?.leading).toBeCloseTo(1.85);
      expect(body?.size).toBeGreaterThan(englishBody?.size ?? Number.POSITIVE_INFINITY);
      for (const { spacing, slant, caps } of arabic) {
        expect([spacing, slant, caps]).toEqual(['normal', 'normal', 'none']);
      }
    });
  });

  test('letters are drawn by an Arabic font', async () => {
    await inPage(size(360), async (page) => {
      await page.goto(`${fixture.origin}/ar/articles/everything/`);
      const protocol = await page.context().newCDPSession(page);
      await protocol.send('DOM.enable');
      await protocol.send('CSS.enable');
      const { root } = await protocol.send('DOM.getDocument');
      const { nodeId } = await protocol.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: 'h2',
      });
      const { fonts } = await protocol.send('CSS.getPlatformFontsForNode', { nodeId });
      expect(fonts.map(({ familyName }) => familyName)).toContain('Noto Naskh Arabic');
    });
  });

  test('the way to newer stories stands at the right and points there, the way to older ones at the left', async () => {
    await inPage(size(1280), async (page) => {
      const place = async (address: string) => {
        await page.goto(fixture.origin + address);
        const newer = page.locator('a[rel=prev]');
        const [own, pages] = await Promise.all([
          newer.boundingBox(),
          page.locator('main nav ol').boundingBox(),
        ]);
        return {
          isLeft: (own?.x ?? 0) < (pages?.x ?? 0),
          arrow: await newer.locator('span').innerText(),
        };
      };
      expect(await place('/world/2/')).toEqual({ isLeft: true, arrow: '←' });
      expect(await place('/ar/world/2/')).toEqual({ isLeft: false, arrow: '→' });
    });
  });
});
