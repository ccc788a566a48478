/** The search page, as readers use it: in the browser, under the policy that the page carries. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { findBarriers } from './barriers.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';
import { filesOf, OpenPage } from './site-files.ts';

const sites = inject('sites');

let browser: Browser;
let servers: Record<'fixture' | 'launch' | 'below', LocalServer>;
let context: BrowserContext;
let page: Page;
/** What the browser complained about, the policy's violations among it. */
let complaints: string[];
let asked: string[];

beforeAll(async () => {
  browser = await launchChromium();
  const [fixture, launch, below] = await Promise.all([
    serveSite(sites.fixture),
    serveSite(sites.launch),
    serveSite(sites.below, '/news/'),
  ]);
  servers = { fixture, launch, below };
});

afterAll(async () => {
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  page = await context.newPage();
  complaints = [];
  asked = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
});

afterEach(() => context.close());

const open = (address: string, site: keyof typeof servers = 'fixture') =>
  page.goto(servers[site].origin + address);

const status = (): Promise<string> => page.locator('[role=status]').innerText();
const headlines = (): Promise<string[]> => page.locator('#results h3').allInnerTexts();
const marks = (): Promise<string[]> => page.locator('#results mark').allInnerTexts();
const address = (): string => decodeURIComponent(new URL(page.url()).search);

/** What the status says once there is an answer. */
async function answer(): Promise<string> {
  await expect.poll(status).toMatch(/found|يُعثر|عُثر|could not|تعذّر/);
  return status();
}

async function search(words: string): Promise<string> {
  await page.locator('#search-words').fill(words);
  await page.keyboard.press('Enter');
  return answer();
}

describe('a search', () => {
  test('lists the stories with all words, with headline, date, excerpt and marks', async () => {
    await open('/search/');
    expect(await search('harbour brackets')).toBe('1 story found');
    expect(await headlines()).toEqual(['A harbour, a <market> & 3 "bridges"']);
    const item = page.locator('#results li');
    expect(await item.locator('a').getAttribute('href')).toBe('/articles/everything/');
    expect(await item.locator('time').innerText()).toBe('9 July 2024');
    expect(await item.locator('time').getAttribute('datetime')).toBe('2024-07-08T23:30:00Z');
    expect(await item.locator('p').first().innerText()).toContain('one story & with <angle>');
    expect(await marks()).toEqual(['harbour', 'brackets']);
    expect(complaints).toEqual([]);
  });

  test.each([
    ['by the beginning of a word', 'brack', ['brackets']],
    ['by another form of the word', 'QUOTATIONS', ['quotation']],
    ['by a topic', 'olive', ['olive']],
    ['by an author', 'Ada', ['Ada']],
  ])('finds %s', async (_how, words, found) => {
    await open('/search/');
    await search(words);
    expect(await marks()).toEqual(expect.arrayContaining(found));
  });

  test.each(['qwxzv', 'harbourqwxzv', 'harbour qwxzv', '%%% &&&', '"', '<qw>', 'xylophone'])(
    'for %s finds nothing, and says so',
    async (words) => {
      await open('/search/');
      expect(await search(words)).toBe(
        `No story was found for “${words}”. Try fewer words or other ones.`,
      );
      expect(await headlines()).toEqual([]);
      expect(await page.locator('[role=status] *').count()).toBe(0);
      expect(complaints).toEqual([]);
    },
  );

  test('shows ten stories, then ten more, and leads on to the first of these', async () => {
    await open('/search/');
    expect(await search('archive')).toBe('45 stories found');
    expect(await headlines()).toHaveLength(10);
    await page.getByRole('button', { name: 'More results' }).click();
    await expect.poll(headlines).toHaveLength(20);
    const place = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#results a')].indexOf(
          document.activeElement ?? document.body,
        ),
      );
    await expect.poll(place).toBe(10);
    for (const length of [30, 40, 45]) {
      await page.keyboard.press('Shift+Tab');
      await page.getByRole('button', { name: 'More results' }).press('Enter');
      await expect.poll(headlines).toHaveLength(length);
    }
    expect(await page.getByRole('button', { name: 'More results' }).count()).toBe(0);
    expect(new Set(await headlines()).size).toBe(45);
  });

  test('brings more stories once, however often they are asked for', async () => {
    await open('/search/');
    await search('archive');
    const held = Promise.withResolvers<undefined>();
    await page.route('**/*.pf_fragment', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.locator('#more-results').evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    held.resolve(undefined);
    for (const length of [20, 30, 40, 45]) {
      await expect.poll(headlines).toHaveLength(length);
      const more = page.locator('#more-results');
      if (length < 45) await more.click();
    }
    expect(new Set(await headlines()).size).toBe(45);
  });

  test('keeps what it found where more does not arrive, and brings that the next time', async () => {
    await open('/search/');
    await search('archive');
    await page.route('**/*.pf_fragment', (route) => route.abort());
    await page.locator('#more-results').click();
    await expect.poll(status).toMatch(/could not be loaded/);
    expect(await headlines()).toHaveLength(10);
    await page.unroute('**/*.pf_fragment');
    await page.locator('#more-results').click();
    await expect.poll(headlines).toHaveLength(20);
    expect(await status()).toBe('45 stories found');
    expect(new Set(await headlines()).size).toBe(20);
  });

  test('is not begun again by a link within the page', async () => {
    await open('/search/?q=archive');
    await answer();
    await page.locator('#more-results').click();
    await expect.poll(headlines).toHaveLength(20);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          addEventListener('popstate', resolve, { once: true });
          location.hash = '#content';
        }),
    );
    expect(await headlines()).toHaveLength(20);
  });

  test('can be narrowed to a category and a year', async () => {
    await open('/search/');
    expect(await search('paragraph')).toBe('4 stories found');
    await page.getByLabel('Category').selectOption('World');
    await expect.poll(status).toBe('2 stories found');
    await page.getByLabel('Year').selectOption('2023');
    await expect.poll(status).toContain('No story was found');
    expect(address()).toBe('?q=paragraph&category=world&year=2023');
    expect(complaints).toEqual([]);
  });
});

describe('the address', () => {
  test('carries the search, and going back brings the one before', async () => {
    await open('/search/');
    await search('harbour');
    await search('comments');
    expect(address()).toBe('?q=comments');
    await page.goBack();
    await expect.poll(headlines).toEqual(['A harbour, a <market> & 3 "bridges"']);
    expect(await page.locator('#search-words').inputValue()).toBe('harbour');
    expect(await page.title()).toMatch(/^harbour – Search/);
    await page.goBack();
    await expect.poll(status).toBe('');
    expect(await page.locator('#search-words').inputValue()).toBe('');
  });

  test('is enough to find the same again', async () => {
    await open('/search/?q=paragraph&category=world');
    expect(await answer()).toBe('2 stories found');
    expect(await page.getByLabel('Category').inputValue()).toBe('world');
  });

  test('may hold anything', async () => {
    await open(
      `/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}&category=x&year=%00`,
    );
    expect(await answer()).toContain('“<img src=x onerror=alert(1)>”');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await page.getByLabel('Category').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });
});

describe('in Arabic', () => {
  test.each([
    ['كتاب', 'الكِتَابَ'],
    ['الكتاب', 'الكِتَابَ'],
    ['كِتَاب', 'الكِتَابَ'],
    ['والكتاب', 'الكِتَابَ'],
    ['احمد', 'أحمد'],
    ['غزه', 'غَزَّةَ'],
    ['الغزة', 'غَزَّةَ'],
    ['اعاده', 'وأعاده'],
  ])('%s finds the story, and marks %s as it is written', async (words, mark) => {
    await open('/ar/search/');
    expect(await search(words)).toBe('عُثر على مقال واحد');
    expect(await headlines()).toEqual(['مقال بالعربية وحدها']);
    expect(await marks()).toContain(mark);
    expect(complaints).toEqual([]);
  });

  test('words of the site itself are found in every spelling', async () => {
    await open('/ar/search/', 'launch');
    const stories = async (words: string): Promise<string> => {
      await search(words);
      return (await headlines()).sort().join('\n');
    };
    for (const forms of [
      ['زيتون', 'الزيتون', 'زَيْتُون', 'والزيتون', 'للزيتون', 'زيتونها'],
      ['فلسطين', 'الفلسطينية', 'فلسطينيون', 'الفِلسطينيّين'],
      ['غزة', 'غزه', 'غَزَّة', 'الغزة'],
    ]) {
      const found: string[] = [];
      for (const form of forms) found.push(await stories(form));
      expect(found[0]).not.toBe('');
      expect(found).toEqual(found.map(() => found[0]));
    }
  });

  test('numbers of stories have the form that the language asks for', async () => {
    await open('/ar/search/');
    expect(await search('archive')).toBe('عُثر على 21 مقالًا');
    expect(await search('qwxzv')).toContain('لم يُعثر على أي مقال عن «qwxzv»');
  });

  test('only stories of the edition are found', async () => {
    await open('/ar/search/');
    expect(await search('paragraph')).toContain('لم يُعثر');
  });
});

test.each(['/search/', '/ar/search/'])(
  '%s loads nothing before the reader turns to it',
  async (place) => {
    await open(place);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
    await page.locator('#search-words').focus();
    await expect.poll(() => asked.filter((path) => path.includes('wasm'))).toHaveLength(1);
    expect(asked.filter((path) => /fragment|filter|index\//.test(path))).toEqual([]);
  },
);

describe('without a connection', () => {
  test('the page says so and leads to the archive, and searches once there is one', async () => {
    await open('/search/');
    await context.setOffline(true);
    expect(await search('harbour')).toMatch(/could not be loaded.+archive/);
    await context.setOffline(false);
    expect(await search('harbour')).toBe('1 story found');
  });

  test('a part of the index that does not arrive is not taken for nothing found', async () => {
    await open('/search/');
    await page.route('**/*.pf_index', (route) => route.abort());
    expect(await search('harbour')).toMatch(/could not be loaded/);
    await page.unroute('**/*.pf_index');
    expect(await search('harbour')).toBe('1 story found');
  });
});

test('a part of the index that breaks off is not taken for nothing found', async () => {
  await context.addInitScript(() => {
    const fetch = window.fetch.bind(window);
    window.fetch = async (...request) => {
      const response = await fetch(...request);
      if (!response.url.endsWith('.pf_index')) return response;
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      void writable.abort(new TypeError('network error'));
      return new Response(readable, response);
    };
  });
  await open('/search/');
  expect(await search('harbour')).toMatch(/could not be loaded/);
});

test('the search works below a path', async () => {
  await open('/news/search/?q=harbour', 'below');
  expect(await answer()).toBe('1 story found');
  await page.locator('#results a').click();
  expect(new URL(page.url()).pathname).toBe('/news/articles/everything/');
  expect(await page.locator('h1').innerText()).toContain('A harbour');
});

test('without scripts, the form leads to a search engine for this site, and the page says so', () => {
  for (const place of ['/search/', '/ar/search/']) {
    const built = new OpenPage(sites.below, place);
    expect(built.one('main form').properties).toMatchObject({
      action: 'https://duckduckgo.com/',
      method: 'get',
    });
    const sent = built.all('main form :is(input, select):not([disabled])');
    expect(sent.map(({ properties }) => [properties.name, properties.value])).toEqual([
      ['sites', 'example.org'],
      ['q', undefined],
    ]);
    expect(built.text('main form p')).toContain('DuckDuckGo');
    expect(built.attribute('meta[http-equiv=Content-Security-Policy]', 'content')).toContain(
      'form-action https://duckduckgo.com;',
    );
    const ways = built.all('main nav a').map(({ properties }) => properties.href);
    const edition = place.replace('search/', '');
    expect(ways).toEqual(
      ['archive', 'topics', 'gaza-news', 'palestine-news', 'world'].map(
        (way) => `/news${edition}${way}/`,
      ),
    );
  }
});

test('the form leaves the page for the search engine only where no script took it over', async () => {
  await open('/search/');
  await search('harbour');
  expect(new URL(page.url()).origin).toBe(servers.fixture.origin);
  expect(await page.locator('form .meta').isVisible()).toBe(false);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(['/search/?q=harbour', '/ar/search/?q=كتاب'])('axe finds nothing on %s', async (at) => {
    await page.emulateMedia({ colorScheme });
    await open(at);
    await answer();
    expect(await findBarriers(page)).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  });
});

test('the index of an edition holds what can be shown of its stories, and nothing besides', () => {
  const fragments = filesOf(sites.fixture).filter((file) => /^search\/.*\.pf_fragment$/.test(file));
  expect(fragments).toHaveLength(49);
  const [first = ''] = fragments;
  const text = gunzipSync(readFileSync(join(sites.fixture, first))).toString();
  expect(Object.keys(JSON.parse(text.replace(/^pagefind_dcd/, '')) as object).sort()).toEqual([
    'anchors',
    'content',
    'filters',
    'meta',
    'url',
    'word_count',
  ]);
  expect(filesOf(sites.fixture).filter((file) => /records\.json|pagefind-ui/.test(file))).toEqual(
    [],
  );
});
