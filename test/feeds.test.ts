/** The feeds of the built sites, held against their specifications, and as a browser shows them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { describe, expect, inject, test } from 'vitest';
import { launchChromium } from '#browser/chromium.ts';
import { copyProject } from './project-copy.ts';
import { serveSite } from './serve-site.ts';
import { filesOf, OpenPage } from './site-files.ts';
import { OpenXml, schemaErrors } from './xml-files.ts';

const { launch, fixture, below } = inject('sites');
const own = 'https://gaza-palestine-news.example/';

interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly content_html: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: { name: string; url: string }[];
  readonly tags: string[];
}

interface JsonFile {
  readonly version: string;
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language: string;
  readonly items: JsonItem[];
}

const readJson = (site: string, file: string): JsonFile =>
  JSON.parse(readFileSync(join(site, file), 'utf8')) as JsonFile;

const rfc822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Where an edition or a list of it has its feeds. */
const places = ['', 'gaza-news/', 'palestine-news/', 'world/', 'corrections/'].flatMap((place) => [
  place,
  `ar/${place}`,
]);

describe.each([
  ['the site itself', launch, own],
  ['the fixture', fixture, own],
  ['the fixture below a path', below, 'https://example.org/news/'],
])('in %s', (_name, site, address) => {
  test('each edition, category and list of corrections has three feeds', () => {
    const feeds = filesOf(site).filter((file) => /(?:rss|atom)\.xml$|feed\.json$/.test(file));
    expect(feeds).toHaveLength(3 * places.length);
  });

  describe.each(places)('below /%s', (place) => {
    const rss = new OpenXml(site, `${place}rss.xml`);
    const atom = new OpenXml(site, `${place}atom.xml`);
    const json = readJson(site, `${place}feed.json`);
    const page = new OpenPage(site, `/${place}`);

    test('no file has 250 kB', () => {
      for (const { length } of [rss.text, atom.text].map((text) => Buffer.from(text))) {
        expect(length).toBeLessThan(250_000);
      }
      expect(readFileSync(join(site, `${place}feed.json`)).length).toBeLessThan(250_000);
    });

    test('the page announces all three, with whole addresses', () => {
      const links = page.all('link[rel=alternate][type]').map(({ properties }) => properties);
      expect(links).toMatchObject([
        { type: 'application/rss+xml', href: `${address}${place}rss.xml` },
        { type: 'application/atom+xml', href: `${address}${place}atom.xml` },
        { type: 'application/feed+json', href: `${address}${place}feed.json` },
      ]);
    });

    test('Atom follows RFC 4287', () => {
      expect(schemaErrors(atom, 'atom')).toBe('');
      // The Schematron rules of its schema, and section 4.1.1: no two entries of one id.
      const entries = atom.texts('//atom:entry/atom:id');
      expect(atom.texts('//atom:entry[not(atom:author)]')).toEqual([]);
      expect(atom.texts('//atom:entry/atom:link[@rel="alternate"]')).toHaveLength(entries.length);
      expect(new Set(entries).size).toBe(entries.length);
      expect(atom.texts('/atom:feed/atom:link[@rel="self"]/@href')).toEqual([
        `${address}${place}atom.xml`,
      ]);
      expect(atom.texts('/atom:feed/@xml:lang')).toEqual([place.startsWith('ar/') ? 'ar' : 'en']);
      for (const date of atom.texts('//atom:updated | //atom:published')) {
        expect(date).toMatch(rfc3339);
      }
    });

    test('RSS follows its specification', () => {
      const count = rss.texts('//item').length;
      for (const element of ['title', 'link', 'description', 'language', 'atom:link']) {
        expect(rss.texts(`/rss/channel/${element}`), element).toHaveLength(1);
      }
      for (const element of ['title', 'link', 'guid', 'pubDate', 'description']) {
        expect(rss.texts(`//item/${element}`), element).toHaveLength(count);
      }
      expect(rss.texts('//item/content:encoded')).toHaveLength(count);
      expect(rss.texts('//item[not(dc:creator)]')).toEqual([]);
      for (const date of rss.texts('//pubDate | //lastBuildDate')) {
        expect(date).toMatch(rfc822);
        expect(new Date(date).toUTCString()).toBe(date);
      }
      expect(rss.texts('//atom:link[@rel="self"]/@href')).toEqual([`${address}${place}rss.xml`]);
      // Elements of RSS have no namespace; all others must.
      const ownElements = rss.document
        .find('//*[namespace-uri()=""]')
        .map((node) => (node as unknown as { name: string }).name);
      expect([...new Set(ownElements)].sort()).toEqual(
        ['category', 'channel', 'description', 'guid', 'item', 'language', 'lastBuildDate']
          .concat(['link', 'pubDate', 'rss', 'title'])
          .filter(
            (name) => count > 0 || /^(?:channel|description|language|link|rss|title)$/.test(name),
          ),
      );
    });

    test('JSON Feed follows version 1.1', () => {
      expect(json).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        home_page_url: `${address}${place}`,
        feed_url: `${address}${place}feed.json`,
        language: place.startsWith('ar/') ? 'ar' : 'en',
      });
      for (const item of json.items) {
        for (const text of [item.id, item.title, item.content_html, item.summary]) {
          expect(text).toMatch(/\S/);
        }
        expect(item.date_published).toMatch(rfc3339);
        expect(item.date_modified).toMatch(rfc3339);
        expect(item.authors.length).toBeGreaterThan(0);
        expect(item.tags.length).toBeGreaterThan(0);
      }
    });

    test('all three carry the same stories in the same words', () => {
      const ids = json.items.map(({ id }) => id);
      expect(rss.texts('//item/guid')).toEqual(ids);
      expect(atom.texts('//atom:entry/atom:id')).toEqual(ids);
      const titles = json.items.map(({ title }) => title);
      expect(rss.texts('//item/title')).toEqual(titles);
      expect(atom.texts('//atom:entry/atom:title')).toEqual(titles);
      const htmls = json.items.map((item) => item.content_html);
      expect(rss.texts('//item/content:encoded')).toEqual(htmls);
      expect(atom.texts('//atom:entry/atom:content')).toEqual(htmls);
    });

    test('each story and each address in it is whole, and those of this site lead somewhere', () => {
      for (const item of json.items) {
        const urls = [item.url, item.id, ...(item.image ? [item.image] : [])];
        const tree = fromHtml(item.content_html, { fragment: true });
        for (const { properties } of selectAll('[href], [src]', tree)) {
          urls.push(String(properties.href ?? properties.src));
        }
        for (const url of urls) {
          expect(url).toMatch(/^https?:\/\//);
          if (url.startsWith(address))
            expect(hasTarget(site, url.slice(address.length)), url).toBe(true);
        }
      }
    });
  });
});

const opened = new Map<string, Set<unknown>>();

/** The ids of a built page; each page is parsed once. */
function idsOf(page: string): Set<unknown> {
  const known = opened.get(page);
  if (known) return known;
  const elements = selectAll('[id]', fromHtml(readFileSync(page, 'utf8')));
  const ids = new Set<unknown>(elements.map(({ properties }) => properties.id));
  opened.set(page, ids);
  return ids;
}

/** Whether a built site has the file and the anchor of an address, given as its path and fragment. */
function hasTarget(site: string, address: string): boolean {
  const [path = '', anchor] = address.split('#');
  const file = join(site, decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
  if (!existsSync(file)) return false;
  // A correction's id only looks like an address.
  if (anchor === undefined || /^(?:correction|clarification)-/.test(anchor)) return true;
  return idsOf(file).has(decodeURIComponent(anchor));
}

describe('a feed', () => {
  test('has the thirty newest stories, newest first', () => {
    const { items } = readJson(fixture, 'feed.json');
    const dates = items.map((item) => item.date_published);
    expect(items).toHaveLength(30);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(items.map(({ title }) => title)).toContain('A harbour, a <market> & 3 "bridges"');
  });

  test('changes when a story does, and says so', () => {
    const { items } = readJson(fixture, 'palestine-news/feed.json');
    const newest = items
      .map((item) => item.date_modified)
      .toSorted()
      .at(-1);
    const atom = new OpenXml(fixture, 'palestine-news/atom.xml');
    expect(atom.texts('/atom:feed/atom:updated')).toEqual([newest]);
    const rss = new OpenXml(fixture, 'palestine-news/rss.xml');
    expect(new Date(rss.texts('//lastBuildDate')[0] ?? '')).toEqual(new Date(newest ?? ''));
  });

  test('without a story is valid all the same', () => {
    const rss = new OpenXml(fixture, 'gaza-news/rss.xml');
    expect(rss.texts('//item')).toEqual([]);
    expect(rss.texts('/rss/channel/title')).toEqual(['Gaza News – Gaza & Palestine News']);
  });

  test('of corrections has each correction, newest first, with the way to it', () => {
    const { items } = readJson(fixture, 'corrections/feed.json');
    expect(items.map(({ title, summary }) => `${title} | ${summary}`)).toEqual([
      'Clarification: A harbour, a <market> & 3 "bridges" | The harbour is the northern one.',
      'Correction: A harbour, a <market> & 3 "bridges" | An earlier version gave four ships; there were five.',
    ]);
    expect(items[0]?.url).toBe(`${own}articles/everything/#corrections`);
  });
});

describe('a story in a feed', () => {
  const { items } = readJson(fixture, 'feed.json');
  const item = items.find(({ url }) => url === `${own}articles/everything/`);
  const tree = fromHtml(item?.content_html ?? '', { fragment: true });
  const all = (selector: string): Element[] => selectAll(selector, tree);

  test('keeps its id when its address changes', () => {
    expect(item?.id).toBe(`${own}articles/harbour-news/`);
    const rss = new OpenXml(fixture, 'rss.xml');
    expect(rss.texts(`//guid[@isPermaLink="false"]`)).toEqual([item?.id]);
  });

  test('is whole: corrections, lead picture with credit, then all of the body', () => {
    const { html } = new OpenPage(fixture, '/articles/everything/');
    const [, body = ''] =
      /<div class="prose[^"]*"[^>]*>([\s\S]*?)<\/div>\s*<footer/.exec(html) ?? [];
    const textOf = (text: string) => text.replaceAll(/<(?:"[^"]*"|[^">])*>/g, '');
    expect(textOf(body)).toContain('The first paragraph');
    expect(textOf(item?.content_html ?? '')).toContain(textOf(body).trim());
    const order = [
      'The harbour is the northern one.',
      'there were five',
      'Picture: Test-desk',
      'The first paragraph',
    ];
    const positions = order.map((text) => item?.content_html.indexOf(text) ?? -1);
    expect(positions).not.toContain(-1);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(item?.image).toMatch(/^https:\/\/gaza-palestine-news\.example\/pictures\/chart\./);
  });

  test('holds what the cleaner let pass, and nothing else', () => {
    expect(all('script, iframe, style, [onclick], [onerror]')).toEqual([]);
    expect(all('table, blockquote, pre, del, sup a').length).toBeGreaterThanOrEqual(5);
  });

  test('has no sensitive picture', () => {
    const quiet = items.find(({ url }) => url.endsWith('/quiet/'));
    expect(quiet).toBeDefined();
    expect(quiet?.image).toBeUndefined();
    expect(quiet?.content_html).not.toContain('<img');
  });
});

test('pages that have no feed announce none', () => {
  for (const address of ['/about/', '/archive/', '/topics/', '/404.html']) {
    expect(new OpenPage(fixture, address).all('link[rel=alternate][type]')).toEqual([]);
  }
});

test('a page of feeds lists each one, and every page leads to it', () => {
  const page = new OpenPage(below, '/ar/feeds/');
  const links = page.all('main a').map(({ properties }) => properties.href);
  const listed = places.filter((place) => place.startsWith('ar/')).map((place) => `/news/${place}`);
  for (const file of ['rss.xml', 'atom.xml', 'feed.json']) {
    expect(links).toEqual(expect.arrayContaining(listed.map((place) => `${place}${file}`)));
  }
  expect(new OpenPage(below, '/ar/').all('footer a[href="/news/ar/feeds/"]')).toHaveLength(1);
  expect(
    new OpenPage(below, '/ar/world/').all('main a[href="/news/ar/world/rss.xml"]'),
  ).toHaveLength(1);
});

test('a hub is named in all three forms where one is set', async () => {
  const copy = await copyProject();
  try {
    await copy.change('src/site.ts', "feedHub: ''", "feedHub: 'https://hub.example/'");
    const site = await copy.build();
    for (const file of ['rss.xml', 'atom.xml', 'ar/world/rss.xml', 'corrections/atom.xml']) {
      expect(new OpenXml(site, file).texts('//atom:link[@rel="hub"]/@href'), file).toEqual([
        'https://hub.example/',
      ]);
    }
    expect(readJson(site, 'feed.json')).toMatchObject({
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
    });
  } finally {
    await copy.remove();
  }
});

test.each([
  ['rss.xml', 'ltr', 'A harbour, a <market> & 3 "bridges"', '9 July 2024'],
  ['ar/rss.xml', 'rtl', 'ميناء وسوق و3 جسور: هل يكفي 96% من الميزانية؟', '9 تموز 2024'],
])('%s is a page that can be read when a browser opens it', async (file, dir, title, date) => {
  const [browser, server] = await Promise.all([launchChromium(), serveSite(fixture)]);
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await page.goto(`${server.origin}/${file}`);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => element.checkVisibility())
        .flatMap((element) => [...element.childNodes].filter((node) => node instanceof Text))
        .map(({ data }) => data)
        .join('\n'),
    );
    expect(shown).toContain(title);
    expect(shown).toContain(date);
    // What is meant for feed readers only is not shown.
    expect(shown).not.toMatch(/<p>|https:|GMT/);
    const link = page.getByText(title, { exact: true }).last();
    const box = await link.boundingBox();
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBe(360);
    expect(await link.getAttribute('href')).toMatch(/^https:.*\/articles\/everything\/$/);
    expect(box?.height).toBeGreaterThanOrEqual(24);
    const start = await link.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const line = [...range.getClientRects()].at(-1);
      const frame = element.getBoundingClientRect();
      return line && line.left - frame.left < frame.right - line.right ? 'ltr' : 'rtl';
    });
    expect(start).toBe(dir);
  } finally {
    await Promise.all([browser.close(), server.close()]);
  }
});
