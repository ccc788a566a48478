/** The text edition: that it is nothing but text, loses nothing, and leads from text to text. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { OpenPage, pagesOf, textOf } from './site-files.ts';

const { fixture, launch, below } = inject('sites');
const open = (address: string): OpenPage => new OpenPage(fixture, address);

const addressOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;
const isText = (file: string): boolean => /^(?:ar\/)?text\//.test(file);
const isFormer = (page: OpenPage): boolean => page.all('meta[http-equiv=refresh]').length > 0;

const pages = [fixture, launch].flatMap((site) =>
  pagesOf(site).map((file) => ({ site, file, address: addressOf(file) })),
);
const textPages = pages.filter(({ file }) => isText(file));

/** The text version of a page of the site; undefined where there is none. */
function twinOf(address: string): string | undefined {
  const [, edition, rest = ''] = /^(\/(?:ar\/)?)(.*)$/.exec(address) ?? [];
  if (edition === undefined) return undefined;
  const hasTwin = /^$|^articles\/|^(?:gaza-news|palestine-news|world)\//.test(rest);
  return hasTwin ? `${edition}text/${rest}` : undefined;
}

const textHome = (file: string): string => (file.startsWith('ar/') ? '/ar/text/' : '/text/');

test('every full page leads to its text version, or to the front page of all', () => {
  for (const { site, file, address } of pages) {
    const page = new OpenPage(site, `/${file}`);
    if (isText(file) || isFormer(page)) continue;
    const links = page.all('header nav a').map(({ properties }) => String(properties.href));
    expect(links.filter((href) => href.includes('/text/'))).toEqual([
      twinOf(address) ?? textHome(file),
    ]);
  }
  expect(open('/').texts('header nav a')).toContain('Text version');
  expect(open('/ar/').texts('header nav a')).toContain('النسخة النصية');
});

test('a text page is HTML and at most 2 kB of CSS: no picture, no script, nothing to fetch', () => {
  expect(textPages.length).toBeGreaterThan(40);
  for (const { site, file } of textPages) {
    const page = new OpenPage(site, `/${file}`);
    const fetched =
      'img, picture, source, svg, video, audio, script, iframe, object, [src], [style]';
    expect(page.all(fetched), file).toEqual([]);
    const links = page.all('link').map(({ properties }) => properties.href);
    expect(links.filter((href) => href !== 'data:,' && !/^https:/.test(String(href)))).toEqual([]);
    const css = [...page.html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text).join('');
    expect(Buffer.byteLength(css), file).toBeLessThanOrEqual(2_000);
    expect(css, file).not.toMatch(/url\(|@import|@font-face/);
  }
});

test('the canonical address is the full page’s, which alone names other languages', () => {
  for (const { site, file } of textPages) {
    const page = new OpenPage(site, `/${file}`);
    if (isFormer(page)) continue;
    const full = `https://gaza-palestine-news.example${addressOf(file).replace('/text/', '/')}`;
    expect(page.attribute('link[rel=canonical]', 'href'), file).toBe(full);
    expect(page.all('link[rel=alternate]'), file).toEqual([]);
  }
});

/** The full page with words in place of its pictures, and of the warnings before them. */
function asText(node: Root | RootContent, pictureShows: string): (RootContent | ElementContent)[] {
  if (node.type !== 'element') {
    if (node.type !== 'root') return [node];
    return node.children.flatMap((child) => asText(child, pictureShows));
  }
  const { alt } = node.properties;
  if (node.tagName === 'img') return [{ type: 'text', value: `[${pictureShows} ${String(alt)}]` }];
  if (node.tagName === 'summary') return [];
  const children = node.children.flatMap((child) => asText(child, pictureShows));
  return [{ ...node, children: children as ElementContent[] }];
}

const shows = (file: string): string =>
  file.startsWith('ar/') ? 'تُظهر الصورة:' : 'The picture shows:';

const wordsIn = (element: Element): string[] => textOf(element).split(' ');

const articles = pages.filter(
  ({ site, file }) =>
    /^(?:ar\/)?articles\/(?!archive-)/.test(file) && !isFormer(new OpenPage(site, `/${file}`)),
);

describe.each(articles)('$address', ({ site, file, address }) => {
  const full = new OpenPage(site, address);
  const text = new OpenPage(site, twinOf(address) ?? '');

  test('loses no word in its text version', () => {
    const [main] = asText(full.one('main'), shows(file));
    expect(wordsIn(text.one('main'))).toEqual(wordsIn(main as Element));
  });

  test('keeps its links, and those to what has a text version lead there', () => {
    const links = (page: OpenPage): string[] =>
      page.all('main a').map(({ properties }) => String(properties.href));
    expect(links(text)).toEqual(links(full).map((href) => twinOf(href) ?? href));
  });

  test('keeps tables, times, languages and anchors', () => {
    for (const selector of ['main table', 'main time', 'main [lang]', 'main [id]']) {
      expect(text.texts(selector), selector).toEqual(full.texts(selector));
    }
  });

  test('leads from its text version to the full one and to other languages’ text', () => {
    const [toFull, ...toOthers] = text.all('header nav[aria-label] a').slice(0, 2);
    expect(toFull?.properties.href).toBe(address);
    const others = full.all('header a[hreflang]').map(({ properties }) => String(properties.href));
    expect(toOthers.map(({ properties }) => properties.href)).toEqual(others.map(twinOf));
  });
});

test('a category’s text version has its stories, as many to a page, and the way through them', () => {
  for (const [full, text] of [
    ['/world/', '/text/world/'],
    ['/world/2/', '/text/world/2/'],
    ['/ar/world/2/', '/ar/text/world/2/'],
  ] as const) {
    const titles = open(full).texts('main article .title');
    expect(open(text).texts('main article h2')).toEqual(titles);
    const turns = open(full)
      .all('main nav a')
      .map(({ properties }) => String(properties.href));
    expect(
      open(text)
        .all('main nav a')
        .map(({ properties }) => properties.href),
    ).toEqual(turns.map(twinOf));
  }
  expect(open('/text/gaza-news/').text('main')).toContain('There are no stories here yet.');
});

test('the front page’s text version has all its stories in its order, and the day', () => {
  for (const [full, text] of [
    ['/', '/text/'],
    ['/ar/', '/ar/text/'],
  ] as const) {
    const stories = (page: OpenPage): unknown[] =>
      page.all('main article a, main li a').map(({ properties }) => properties.href);
    expect(stories(open(text))).toEqual(stories(open(full)).map((href) => twinOf(String(href))));
    expect(open(text).text('header time')).toBe(open(full).text('header time'));
    expect(open(text).texts('main .standfirst')).toEqual(open(full).texts('main .standfirst'));
  }
});

test('the sections of the text edition are its own', () => {
  const sections = open('/text/articles/plain/').all('nav[aria-label=Sections] a');
  expect(sections.map(({ properties }) => properties.href)).toEqual([
    '/text/gaza-news/',
    '/text/palestine-news/',
    '/text/world/',
  ]);
  expect(open('/text/world/2/').attribute('nav [aria-current=true]', 'href')).toBe('/text/world/');
});

test('a distressing picture is there as words', () => {
  const page = open('/text/articles/quiet/');
  expect(page.text('main figure')).toBe('[The picture shows: A wounded quay.] Picture: Test desk');
  expect(page.all('details')).toEqual([]);
});

test('a former address has a text version too, which leads on', () => {
  const page = open('/text/articles/old-harbour/');
  expect(page.attribute('meta[http-equiv=refresh]', 'content')).toBe(
    '0; url=/text/articles/everything/',
  );
});

test('below a path, links in a text lead to text pages below that path', () => {
  const page = new OpenPage(below, '/text/articles/everything/');
  expect(page.attribute('.prose a[href*=plain]', 'href')).toBe('/news/text/articles/plain/');
});
