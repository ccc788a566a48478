import { describe, expect, inject, test } from 'vitest';
import { editions } from '#site.ts';
import { dataOf, dataOfType, type Node, plainValues, typesOf, valuesAt } from './machine-data.ts';
import { filesOf, OpenPage, pagesOf, textOf } from './site-files.ts';

const sites = inject('sites');

const own = 'https://gaza-palestine-news.example/';
const whole: [name: string, site: string, address: string][] = [
  ['the fixture', sites.fixture, own],
  ['the fixture below a path', sites.below, 'https://example.org/news/'],
  ['the site itself', sites.launch, own],
];

const isRedirect = (page: OpenPage): boolean => page.all('meta[http-equiv=refresh]').length > 0;

const articlesOf = (site: string): [string, OpenPage][] =>
  pagesOf(site)
    .filter((file) => /^(?:ar\/)?articles\//.test(file))
    .map((file): [string, OpenPage] => [file, new OpenPage(site, `/${file}`)])
    .filter(([, page]) => !isRedirect(page));

const articles = [...articlesOf(sites.fixture), ...articlesOf(sites.launch)];

test.each([
  ['/', ['WebSite', 'NewsMediaOrganization']],
  ['/articles/plain/', ['NewsArticle', 'BreadcrumbList']],
  ['/world/2/', ['CollectionPage', 'BreadcrumbList']],
  ['/topics/olive-oil/', ['CollectionPage', 'BreadcrumbList']],
  ['/archive/2024/07/', ['CollectionPage', 'BreadcrumbList']],
  ['/authors/ada/', ['ProfilePage', 'ItemList', 'BreadcrumbList']],
  ['/topics/', ['BreadcrumbList']],
  ['/archive/', ['BreadcrumbList']],
  ['/corrections/', ['BreadcrumbList']],
  ['/about/', ['AboutPage']],
  ['/corrections-policy/', ['WebPage']],
  ['/404.html', []],
  ['/articles/old-harbour/', []],
])('%s tells what it is: %j', (address, types) => {
  expect(typesOf(new OpenPage(sites.fixture, address))).toEqual(types);
  if (address === '/corrections-policy/' || address === '/articles/old-harbour/') return;
  const arabic = address === '/topics/olive-oil/' ? '/ar/world/' : `/ar${address}`;
  expect(
    typesOf(
      new OpenPage(sites.fixture, arabic.replace('plain', 'only-arabic').replace('/2/', '/')),
    ),
  ).toEqual(types);
});

test.each(whole)(
  'in %s, every own address leads to a page, an anchor or a thing',
  (_name, site, base) => {
    const files = new Set(filesOf(site));
    const pages = new Map(
      pagesOf(site).map((file) => [file, new OpenPage(site, `/${file}`)] as const),
    );
    const wrong: string[] = [];
    let seen = 0;
    for (const [file, page] of pages) {
      for (const [name, value] of plainValues(dataOf(page))) {
        if (typeof value !== 'string' || !value.startsWith(base)) continue;
        seen++;
        const [address = '', anchor] = value.slice(base.length).split(/\?.*|#/);
        const path = decodeURIComponent(address);
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        const there = pages.get(target);
        const isThere =
          name === '@id'
            ? there && dataOf(there).some((node) => node['@id'] === value && node['url'])
            : files.has(target) && (!anchor || there?.all(`[id="${anchor}"]`).length === 1);
        if (!isThere) wrong.push(`${file}: ${name} ${value}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(500);
  },
);

test('no address is left without its site', () => {
  for (const file of pagesOf(sites.below)) {
    for (const [name, value] of plainValues(dataOf(new OpenPage(sites.below, `/${file}`)))) {
      if (/^(?:@id|url|item|mainEntityOfPage|target|urlTemplate|.*Policy)$/.test(name)) {
        expect(value, `${file}: ${name}`).toMatch(
          /^https:\/\/(?:example\.org\/news\/|(?:archive\.)?example\.com\/)/,
        );
      }
    }
  }
});

test.each(articles)('every time in the data of %s is one that the page shows', (_file, page) => {
  const shown = page.all('main time').map((time) => ({
    instant: Date.parse(String(time.properties.dateTime)),
    text: textOf(time),
  }));
  const times = plainValues(dataOf(page)).filter(([name]) => /^date[A-Z]/.test(name));
  expect(times.length).toBeGreaterThanOrEqual(2);
  for (const [name, time] of times as [string, string][]) {
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[23]:00$/);
    const [, year, day, clock] = /^(\d{4})-\d\d-0?(\d+)T(\d\d:\d\d)/.exec(time) ?? [];
    const places = shown.filter(({ instant }) => instant === Date.parse(time));
    expect(places, name).not.toEqual([]);
    for (const { text } of places) {
      expect(text).toMatch(new RegExp(`\\b${day}\\b.*\\b${year}\\b`));
      if (text.includes(':')) expect(text).toContain(clock);
    }
  }
});

test.each(articles)('the data of %s says what people read', (_file, page) => {
  const article = dataOfType(page, 'NewsArticle');
  const texts = (path: string) => valuesAt(article, path);
  const [header, main] = ['main > article header', 'main > article'];
  expect(article['headline']).toBe(page.text('h1'));
  expect(article['description']).toBe(page.text(`${header} .standfirst`));
  expect(article['inLanguage']).toBe(page.attribute('html', 'lang'));
  expect(article['url']).toBe(page.attribute('link[rel=canonical]', 'href'));
  expect(texts('author.name')).toEqual(page.texts('a[rel=author]'));
  expect(texts('articleSection')).toEqual(page.texts(`${header} ul a`));
  expect(texts('keywords')).toEqual(page.texts('section[aria-labelledby=topics] a'));
  const sources = page.all('section[aria-labelledby=sources] li > a:first-of-type');
  expect(texts('citation.url')).toEqual(sources.map(({ properties }) => properties.href));
  expect(texts('citation.name')).toEqual(sources.map(textOf));
  const corrections = page.texts('section[aria-labelledby=corrections] li');
  expect(texts('correction')).toHaveLength(corrections.length);
  for (const [at, text] of texts('correction.text').entries())
    expect(corrections[at]).toContain(text);
  expect(texts('image.url')).toEqual([
    ...page
      .all(`${main} > figure > picture > img`)
      .map(({ properties }) => new URL(String(properties.src), own).href),
    page.attribute('meta[property="og:image"]', 'content'),
  ]);
  expect(texts('comment.author.name')).toEqual(page.texts('li[id^=comment-] > p strong'));
  expect(texts('comment.text')).toEqual(page.texts('li[id^=comment-] .prose'));
  const hasComments = page.all('#comments').length > 0;
  expect(article['commentCount']).toBe(hasComments ? texts('comment').length : undefined);
});

/**
 * The rules of structured-data-testing-tool 4.5 for a NewsArticle: the paths that its preset expects, and
 * those whose absence it warns of. The package itself brings 86 others, most of them long out of care.
 */
const expected = [
  'author',
  'datePublished',
  'headline',
  'image',
  'publisher.@type',
  'publisher.name',
  'publisher.logo',
  'publisher.logo.url',
  'dateModified',
  'mainEntityOfPage',
];

test.each(articles)('%s keeps the rules of a public tester', (_file, page) => {
  const article = dataOfType(page, 'NewsArticle');
  expect(expected.filter((path) => valuesAt(article, path).length === 0)).toEqual([]);
});

// https://developers.google.com/search/docs/appearance/structured-data/article
test.each(articles)('%s keeps Google’s rules for articles', (_file, page) => {
  const article = dataOfType(page, 'NewsArticle');
  for (const author of valuesAt(article, 'author') as Node[]) {
    expect(author['@type']).toMatch(/^(?:Person|Organization)$/);
    expect(author['url']).toMatch(/^https:/);
  }
  expect(article['headline']).toMatch(/^.{1,120}$/);
  for (const address of valuesAt(article, 'image.url')) expect(address).toMatch(/^https:/);
  expect(page.all('meta[name=robots]')).toEqual([]);
});

describe('lists', () => {
  test.each([
    '/world/',
    '/world/2/',
    '/authors/ben/',
    '/topics/archive/3/',
    '/archive/2024/07/',
    '/ar/world/',
  ])('%s names its stories in the order of the page', (address) => {
    const page = new OpenPage(sites.fixture, address);
    const list = dataOf(page)
      .flatMap((node) => (node['@type'] === 'ItemList' ? node : (node['mainEntity'] ?? [])))
      .find((node) => (node as Node)['@type'] === 'ItemList');
    const links = page.all('main article :is(h2, h3) a');
    expect(links.length).toBeGreaterThan(1);
    expect(valuesAt(list, 'itemListElement.name')).toEqual(links.map(textOf));
    expect(valuesAt(list, 'itemListElement.url')).toEqual(
      links.map(({ properties }) => new URL(String(properties.href), own).href),
    );
    expect(valuesAt(list, 'itemListElement.position')).toEqual(links.map((_link, at) => at + 1));
  });

  test('the way to a page of a list leads over what it belongs to', () => {
    const way = (address: string) =>
      valuesAt(
        dataOfType(new OpenPage(sites.fixture, address), 'BreadcrumbList'),
        'itemListElement.item',
      ).map((item) => typeof item === 'string' && item.slice(own.length - 1));
    expect(way('/world/2/')).toEqual(['/', '/world/']);
    expect(way('/ar/archive/2024/07/')).toEqual(['/ar/', '/ar/archive/', '/ar/archive/2024/07/']);
    expect(way('/topics/olive-oil/')).toEqual(['/', '/topics/', '/topics/olive-oil/']);
    expect(way('/articles/everything/')).toEqual([
      '/',
      '/palestine-news/',
      '/articles/everything/',
    ]);
  });
});

test.each(editions)(
  'the front page of $id says who publishes, by which policies',
  ({ id, folder, siteName }) => {
    const page = new OpenPage(sites.fixture, folder === '' ? '/' : `/${folder}/`);
    const publisher = dataOfType(page, 'NewsMediaOrganization');
    expect(publisher['name']).toBe(siteName);
    // The fixture has the page in English only.
    expect(publisher['correctionsPolicy']).toBe(
      id === 'en' ? `${own}corrections-policy/` : undefined,
    );
  },
);

test('twins name each other, one of them the original', () => {
  const of = (address: string) => dataOfType(new OpenPage(sites.launch, address), 'NewsArticle');
  const [english, arabic] = [of('/articles/unrwa-explained/'), of('/ar/articles/unrwa-explained/')];
  expect(valuesAt(english, 'workTranslation.@id')).toEqual([arabic['@id']]);
  expect(valuesAt(arabic, 'translationOfWork.@id')).toEqual([english['@id']]);
});

test('a desk is no person', () => {
  const author = (site: string, address: string) =>
    valuesAt(dataOfType(new OpenPage(site, address), 'NewsArticle'), 'author.@type');
  expect(author(sites.launch, '/articles/unrwa-explained/')).toEqual(['Organization']);
  expect(author(sites.launch, '/ar/articles/unrwa-explained/')).toEqual(['Organization']);
  expect(author(sites.fixture, '/articles/everything/')).toEqual(['Person', 'Person']);
});
