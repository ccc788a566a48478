/** Social cards: each page has one, and whatever a headline says, it stays inside the card. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type CardPress, openCardPress } from '#build/cards.ts';
import { articleCard, type Card } from '#lib/card.ts';
import { editions } from '#site.ts';
import { readPng } from './png.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const { fixture, below, launch } = inject('sites');

const metaOf = (page: OpenPage, property: string): string =>
  String(page.attribute(`meta[property="${property}"]`, 'content'));

const isMoved = (page: OpenPage): boolean => page.all('meta[http-equiv=refresh]').length > 0;

/** Whoever shares a page of the text edition is shown the full page, which it names as canonical. */
const isText = (file: string): boolean => /^(?:ar\/)?text\//.test(file);

/** The pages with tags, each with the file of its card, as a path from the site. */
function cardsOf(site: string, origin: string): Map<string, string> {
  const pages = pagesOf(site)
    .map((file) => [file, new OpenPage(site, `/${file}`)] as const)
    .filter(([file, page]) => !isMoved(page) && !isText(file));
  return new Map(
    pages.map(([file, page]) => {
      const address = metaOf(page, 'og:image');
      expect(address.startsWith(origin), `${file}: ${address}`).toBe(true);
      return [file, address.slice(origin.length)];
    }),
  );
}

test.each([
  ['the fixture', fixture, 'https://gaza-palestine-news.example/'],
  ['the fixture below a path', below, 'https://example.org/news/'],
  ['the site itself', launch, 'https://gaza-palestine-news.example/'],
])('in %s, every page names a card that is there, and no card is there for nothing', (...args) => {
  const [, site, origin] = args;
  const cards = cardsOf(site, origin);
  for (const [page, card] of cards) expect(existsSync(join(site, card)), page).toBe(true);
  const published = filesOf(site).filter((file) => file.startsWith('cards/'));
  expect(published).toEqual([...new Set(cards.values())].sort());
});

test('articles, categories and home pages have cards of their own, other pages that of the home page', () => {
  const cards = cardsOf(fixture, 'https://gaza-palestine-news.example/');
  const home = cards.get('index.html') ?? '';
  const article = cards.get('articles/plain/index.html') ?? '';
  expect(home).toMatch(/^cards\/en\/home\.[0-9a-f]{10}\.png$/);
  expect(article).toMatch(/^cards\/en\/articles\/plain\.[0-9a-f]{10}\.png$/);
  expect(cards.get('ar/index.html')).toMatch(/^cards\/ar\/home\./);
  expect(cards.get('world/index.html')).toMatch(/^cards\/en\/world\./);
  expect(cards.get('world/2/index.html')).toBe(cards.get('world/index.html'));
  for (const page of ['about/index.html', 'topics/index.html', '404.html'])
    expect(cards.get(page), page).toBe(home);
  const articles = [...cards].filter(([page]) => /^(?:ar\/)?articles\//.test(page));
  expect(new Set(articles.map(([, card]) => card)).size).toBe(articles.length);
});

test('a card is a PNG of 1200 by 630 points and at most 60 kB', () => {
  for (const file of filesOf(launch).filter((name) => name.startsWith('cards/'))) {
    const bytes = readFileSync(join(launch, file));
    const { width, height } = readPng(bytes);
    expect([width, height], file).toEqual([1200, 630]);
    expect(bytes.length, file).toBeLessThanOrEqual(60_000);
  }
});

test('tags say how large a card is and what it shows, and name the twin’s language', () => {
  const page = new OpenPage(fixture, '/ar/articles/everything/');
  const title = metaOf(page, 'og:title');
  expect(metaOf(page, 'og:image:type')).toBe('image/png');
  expect(metaOf(page, 'og:image:width')).toBe('1200');
  expect(metaOf(page, 'og:image:height')).toBe('630');
  expect(metaOf(page, 'og:image:alt')).toBe(`${title} – أخبار غزة وفلسطين`);
  expect(metaOf(page, 'og:locale')).toBe('ar_PS');
  expect(metaOf(page, 'og:locale:alternate')).toBe('en_GB');
  expect(page.attribute('meta[name="twitter:card"]', 'content')).toBe('summary_large_image');
  expect(page.attribute('meta[name="twitter:image:alt"]', 'content')).toBe(
    metaOf(page, 'og:image:alt'),
  );
  const alone = new OpenPage(fixture, '/ar/articles/only-arabic/');
  expect(alone.all('meta[property="og:locale:alternate"]')).toEqual([]);
});

describe('drawn', () => {
  let press: CardPress;

  beforeAll(async () => {
    press = await openCardPress();
  });

  const cardOf = (id: string, title: string): Card => {
    const edition = editions.find((candidate) => candidate.id === id);
    if (!edition) throw new Error(`No edition ${id}.`);
    return articleCard({
      edition,
      slug: 'story',
      title,
      categories: ['palestine-news'],
      publishedAt: new Date('2024-11-22T09:00:00Z'),
    });
  };
  const draw = async (id: string, title: string) =>
    Buffer.from(await press.print(cardOf(id, title)));

  const paper = '255,253,248';

  /** What is not paper: anywhere, and within thirty points of the edge. */
  function inkOf(file: Buffer): { all: number; atEdge: number } {
    const { width, height, at } = readPng(file);
    let [all, atEdge] = [0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (at(x, y) === paper) continue;
        all++;
        if (Math.min(x, y, width - 1 - x, height - 1 - y) < 30) atEdge++;
      }
    }
    return { all, atEdge };
  }

  test.each([
    ['en', 'short', 'Gaza'],
    [
      'en',
      'as long as it may be',
      `${'Ministers of twelve countries agree '.repeat(4).slice(0, 119)}.`,
    ],
    ['en', 'one word', 'm'.repeat(120)],
    ['en', 'wide letters', 'W'.repeat(120)],
    ['en', 'piled marks', `e${'\u0301'.repeat(118)}e`],
    ['en', 'marks that hang down', `E${'\u0323'.repeat(118)}e`],
    ['en', 'letters of three scripts', 'Reading كتاب الأرض with Žižek, Nguyễn, Ελλάδα and Россия'],
    ['ar', 'short', 'غزة'],
    ['ar', 'as long as it may be', `${'وزراء اثنتي عشرة دولة يتفقون '.repeat(5).slice(0, 119)}.`],
    ['ar', 'one word', 'ص'.repeat(120)],
    ['ar', 'a word as wide as a line', '﷽'.repeat(120)],
    ['ar', 'vowelled', 'كِتَابٌ عَنْ مُدُنٍ عَتِيقَةٍ '.repeat(4).slice(0, 120)],
    ['ar', 'begun in Latin', 'UNRWA: 3,500 طالب في Gaza (2024) – 12.5%'],
  ])('%s, %s: a headline stays inside the margins', async (id, _what, title) => {
    const { all, atEdge } = inkOf(await draw(id, title));
    expect(atEdge).toBe(0);
    expect(all).toBeGreaterThan(5_000);
  });

  test('a headline in Arabic begins at the right', async () => {
    const middle = async (id: string, title: string) => {
      const { width, height, at } = readPng(await draw(id, title));
      let [sum, count] = [0, 0];
      for (let y = Math.round(height / 2); y < height; y++)
        for (let x = 0; x < width; x++) if (at(x, y) !== paper) [sum, count] = [sum + x, count + 1];
      return sum / count;
    };
    expect(await middle('en', 'Gaza')).toBeLessThan(300);
    expect(await middle('ar', 'غزة')).toBeGreaterThan(900);
    expect(await middle('ar', 'UNRWA')).toBeGreaterThan(900);
  });

  test('markup in a headline is text', async () => {
    const [marked, plain] = [await draw('en', '<b>Gaza</b> &amp; x'), await draw('en', 'Gaza & x')];
    expect(inkOf(marked).all).toBeGreaterThan(inkOf(plain).all);
  });

  test('emoji are left out; a headline with letters that no font has gives way to the category', async () => {
    expect(await draw('en', 'Gaza 😀🇵🇸')).toEqual(await draw('en', 'Gaza'));
    expect(await draw('en', 'Talks in 東京')).toEqual(await draw('en', 'नमस्ते'));
    expect(await draw('en', 'Talks in 東京')).not.toEqual(await draw('en', 'Talks in'));
  });

  test('the same card is the same byte for byte, whoever draws it', async () => {
    const card = cardOf('ar', 'ميناء غزة');
    expect(await (await openCardPress()).print(card)).toEqual(await press.print(card));
  });

  test('its name changes with its text, and with nothing else', () => {
    const name = press.nameOf(cardOf('en', 'Gaza'));
    expect(press.nameOf(cardOf('en', 'Gaza'))).toBe(name);
    expect(press.nameOf(cardOf('en', 'Gaza!'))).not.toBe(name);
    expect(press.nameOf({ ...cardOf('en', 'Gaza'), date: '1 May 2024' })).not.toBe(name);
  });
});
