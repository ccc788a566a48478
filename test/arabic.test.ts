import type { Element, ElementContent, RootContent } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { OpenPage, pagesOf } from './site-files.ts';

const { fixture, launch } = inject('sites');
const open = (address: string): OpenPage => new OpenPage(fixture, address);

/** Names and codes that have no Arabic form, as they may stand on an Arabic page. */
const allowed = /nOPV2|DuckDuckGo|minisign|(?:https?:\/\/|www\.)\S+/g;

/** Commands and names of files are the same in every language. */
const notWords = new Set(['code', 'script', 'style']);

/** Latin text of a page that is not marked as another language. */
function latinText(nodes: readonly (RootContent | ElementContent)[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text')
      return /[A-Za-z]/.test(node.value.replaceAll(allowed, '')) ? [node.value] : [];
    if (node.type !== 'element' || notWords.has(node.tagName)) return [];
    const { lang, alt, title, ariaLabel } = node.properties;
    if (typeof lang === 'string' && lang !== 'ar') return [];
    const said = [alt, title, ariaLabel].filter(
      (text) => typeof text === 'string' && /[A-Za-z]/.test(text),
    );
    return [...said.map(String), ...latinText(node.children)];
  });
}

test('no word of another language stands on an Arabic page but names and codes', () => {
  const pages = pagesOf(launch).filter((file) => file.startsWith('ar/'));
  expect(pages.length).toBeGreaterThan(30);
  const found = pages.flatMap((file) => {
    const page = new OpenPage(launch, `/${file}`);
    const spoken = page.all(
      'html > head > title, meta[name=description], meta[property="og:title"]',
    );
    const heads = spoken.map(({ properties: { content }, children }) =>
      String(content ?? (children[0] as { value?: string }).value),
    );
    return [
      ...latinText(page.one('body').children),
      ...heads.filter((text) => /[A-Za-z]/.test(text)),
    ].map((text) => `${file}: ${text}`);
  });
  expect(found).toEqual([]);
});

test.each(pagesOf(fixture).filter((file) => file.startsWith('ar/')))(
  '%s is in Arabic, from right to left',
  (file) => {
    expect(open(`/${file}`).one('html').properties).toMatchObject({ lang: 'ar', dir: 'rtl' });
  },
);

test('the Arabic edition has every kind of page that the English one has', () => {
  const kindOf = (file: string): string =>
    file
      .replace(/^ar\//, '')
      .replace(/^((?:text\/)?articles|topics|authors)\/.+/, '$1/…')
      .replace(/^archive\/.+\/.+/, 'archive/…');
  const kinds = (isArabic: boolean): Set<string> =>
    new Set(
      pagesOf(launch)
        .filter((file) => file.startsWith('ar/') === isArabic)
        .map(kindOf),
    );
  expect([...kinds(true)].sort()).toEqual([...kinds(false)].sort());
});

test('at least six stories are in Arabic, of 350 words or more, each with its own picture', () => {
  const stories = pagesOf(launch).filter((file) => file.startsWith('ar/articles/'));
  expect(stories.length).toBeGreaterThanOrEqual(6);
  for (const file of stories) {
    const page = new OpenPage(launch, `/${file}`);
    expect(page.text('main article > .prose').split(/\s+/).length, file).toBeGreaterThanOrEqual(
      350,
    );
    expect(page.attribute('main article > figure img', 'src')).not.toBe(
      new OpenPage(launch, `/${file.slice('ar/'.length)}`).attribute(
        'main article > figure img',
        'src',
      ),
    );
  }
});

test('words, dates and counts are those of the language', () => {
  const page = open('/ar/articles/everything/');
  const header = page.text('main article header');
  expect(header).toContain('نُشر في 9 تموز 2024، الساعة 02:30 بتوقيت غزة');
  expect(page.attribute('main article header time', 'dateTime')).toBe('2024-07-08T23:30:00Z');
  expect(header).toContain('آدا للاختبار وبن للاختبار، مدينة الاختبار');
  expect(page.text('#comments')).toBe('3 تعليقات');
  expect(open('/ar/articles/only-arabic/').text('#comments')).toBe('لا تعليقات');
  expect(page.texts('main article header ul a')).toEqual(['أخبار فلسطين', 'العالم']);
});

test('a topic’s address keeps the letters of its language, without vowel marks', () => {
  expect(open('/ar/topics/الحرف/').text('h1')).toBe('الحِرف');
});

describe('twins', () => {
  const link = (page: OpenPage, hreflang: string): unknown =>
    page.all(`link[rel=alternate][hreflang=${hreflang}]`)[0]?.properties.href;

  test.each([
    ['/', '/ar/'],
    ['/articles/everything/', '/ar/articles/everything/'],
    ['/palestine-news/', '/ar/palestine-news/'],
    ['/world/2/', '/ar/world/2/'],
    ['/topics/', '/ar/topics/'],
    ['/authors/ada/', '/ar/authors/ada/'],
    ['/archive/', '/ar/archive/'],
    ['/archive/2024/07/', '/ar/archive/2024/07/'],
    ['/corrections/', '/ar/corrections/'],
    ['/about/', '/ar/about/'],
  ])('%s and %s name each other, by language name and by hreflang', (english, arabic) => {
    for (const [address, other, name, lang] of [
      [english, arabic, 'العربية', 'ar'],
      [arabic, english, 'English', 'en'],
    ] as const) {
      const page = open(address);
      const anchor = page.one('header a[hreflang]');
      expect(anchor.properties).toMatchObject({ href: other, hrefLang: lang, lang });
      expect(page.text('header a[hreflang]')).toBe(name);
      const origin = 'https://gaza-palestine-news.example';
      expect(link(page, 'en')).toBe(origin + english);
      expect(link(page, 'ar')).toBe(origin + arabic);
      expect(link(page, 'x-default')).toBe(origin + english);
    }
  });

  test.each([
    ['/articles/plain/', '/ar/'],
    ['/ar/articles/only-arabic/', '/'],
    ['/topics/olive-oil/', '/ar/topics/'],
    ['/world/3/', '/ar/world/'],
    ['/corrections-policy/', '/ar/'],
    ['/404.html', '/ar/'],
  ])('%s has no twin: it leads to %s and claims no other language', (address, other) => {
    const page = open(address);
    expect(page.attribute('header a[hreflang]', 'href')).toBe(other);
    expect(page.all('link[rel=alternate][hreflang]')).toEqual([]);
  });
});

test('a written-out address in a sentence runs from left to right', () => {
  const page = open('/ar/articles/everything/');
  const shown = page
    .all('.prose a')
    .find(({ properties }) => String(properties.href).includes('a/b'));
  expect((shown as Element).properties.dir).toBe('ltr');
});

test('foreign titles and names are isolated, so that they cannot reorder a line', () => {
  const page = open('/ar/articles/everything/');
  expect(page.texts('section[aria-labelledby=sources] bdi')).toEqual([
    'Harbour register (2024)',
    'Harbour office',
  ]);
});
