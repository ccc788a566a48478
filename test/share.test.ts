/** Sharing: plain links for everybody, two buttons where the browser can do what they say. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';

const sites = inject('sites');

let browser: Browser;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(sites.fixture)]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** What the page asked of the browser, in the tests' stead of a phone. */
declare global {
  interface Window {
    asked: unknown[];
  }
}

type Ability = 'share' | 'copy' | 'copy refused' | 'cancel';

/** Runs in the page before its scripts: gives the browser these abilities and no others. */
function equip(abilities: readonly Ability[]): void {
  window.asked = [];
  const give = (name: 'share' | 'clipboard', value: unknown): void => {
    Reflect.deleteProperty(Navigator.prototype, name);
    if (value !== undefined) Object.defineProperty(navigator, name, { value });
  };
  const ask = (refused: boolean) => (what: unknown) => {
    window.asked.push(what);
    return refused ? Promise.reject(new DOMException('No', 'AbortError')) : Promise.resolve();
  };
  const cancels = abilities.includes('cancel');
  give('share', cancels || abilities.includes('share') ? ask(cancels) : undefined);
  const refuses = abilities.includes('copy refused');
  give(
    'clipboard',
    refuses || abilities.includes('copy') ? { writeText: ask(refuses) } : undefined,
  );
}

async function onStory(
  path: string,
  abilities: readonly Ability[],
  use: (page: Page, errors: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(equip, abilities);
    await page.goto(server.origin + path, { waitUntil: 'networkidle' });
    await use(page, errors);
  } finally {
    await context.close();
  }
}

const english = '/articles/everything/';
const address = `https://gaza-palestine-news.example${english}`;
const asked = (page: Page) => page.evaluate(() => window.asked);

test('a browser that can do neither shows no button, but the address', async () => {
  await onStory(english, [], async (page) => {
    expect(await page.locator('[data-share] button:visible').count()).toBe(0);
    expect(await page.locator('[data-share] .address').innerText()).toBe(address);
    expect(await page.locator('[data-share] a:visible').count()).toBe(3);
  });
});

test('the share sheet is handed the headline and the address, and may be closed', async () => {
  for (const ability of ['share', 'cancel'] as const) {
    await onStory(english, [ability], async (page, errors) => {
      expect(await page.locator('[data-share] button:visible').allInnerTexts()).toEqual([
        'Other apps',
      ]);
      await page.getByRole('button', { name: 'Other apps' }).click();
      const title = await page.locator('h1').innerText();
      expect(await asked(page)).toEqual([{ title, url: address }]);
      expect(errors).toEqual([]);
    });
  }
});

describe.each([
  { path: english, button: 'Copy link', done: 'Link copied', failed: /copy it by hand/ },
  { path: '/ar/articles/everything/', button: 'انسخ الرابط', done: 'نُسخ الرابط', failed: /بنفسك/ },
])('on $path', ({ path, button, done, failed }) => {
  const copied = `https://gaza-palestine-news.example${path}`;

  test('the link is copied, this is said each time, and focus stays on the button', async () => {
    await onStory(path, ['copy'], async (page) => {
      const copy = page.getByRole('button', { name: button });
      await copy.focus();
      await page.keyboard.press('Enter');
      await page.locator('[role=status]', { hasText: done }).waitFor();
      expect(await copy.evaluate((element) => element === document.activeElement)).toBe(true);

      const said = page.evaluate(
        () =>
          new Promise<string[]>((resolve) => {
            const status = document.querySelector('[data-share] [role=status]');
            const texts: string[] = [];
            if (!status) throw new Error('Nothing tells what happened.');
            new MutationObserver(() => {
              texts.push(status.textContent);
              if (status.textContent !== '') resolve(texts);
            }).observe(status, { childList: true });
          }),
      );
      await copy.click();
      expect((await said).at(-1)).toBe(done);
      expect(await asked(page)).toEqual([copied, copied]);
    });
  });

  test('where copying is refused, the address is marked for the reader to copy', async () => {
    await onStory(path, ['copy refused'], async (page, errors) => {
      await page.getByRole('button', { name: button }).click();
      await page.locator('[role=status]', { hasText: failed }).waitFor();
      expect(await page.evaluate(() => String(getSelection()))).toBe(copied);
      expect(errors).toEqual([]);
    });
  });
});

test('printed, a story shows its address and none of the ways to share it', async () => {
  await onStory(english, ['share', 'copy'], async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect((await page.locator('[data-share]').innerText()).trim()).toBe(address);
  });
});
