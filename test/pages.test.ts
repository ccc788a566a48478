import { expect, inject, test } from 'vitest';
import { OpenPage, pagesOf, textOf } from './site-files.ts';

const { fixture, below } = inject('sites');
const open = (address: string): OpenPage => new OpenPage(fixture, address);

const kinds = [
  '/',
  '/palestine-news/',
  '/gaza-news/',
  '/world/2/',
  '/articles/everything/',
  '/topics/',
  '/topics/olive-oil/',
  '/authors/ada/',
  '/archive/',
  '/archive/2024/07/',
  '/corrections/',
  '/feeds/',
  '/about/',
  '/404.html',
];

test.each(kinds)(
  '%s has a title, a description, a language, one h1, and a way to its content',
  (address) => {
    const page = open(address);
    expect(page.text('title')).toMatch(/\S/);
    expect(page.attribute('meta[name=description]', 'content')).toMatch(/\S/);
    expect(page.attribute('html', 'lang')).toBe('en');
    expect(page.attribute('html', 'dir')).toBe('ltr');
    expect(page.all('h1')).toHaveLength(1);
    expect(page.attribute('body > a', 'href')).toBe('#content');
    expect(page.text('body > a')).toBe('Skip to content');
    for (const property of ['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale']) {
      expect(page.attribute(`meta[property="${property}"]`, 'content'), property).toMatch(/\S/);
    }
  },
);

test.each(kinds.filter((address) => address.endsWith('/')))(
  '%s names its own address',
  (address) => {
    const canonical = `https://gaza-palestine-news.example${address}`;
    expect(open(address).attribute('link[rel=canonical]', 'href')).toBe(canonical);
    expect(open(address).attribute('meta[property="og:url"]', 'content')).toBe(canonical);
  },
);

test('no two pages share a title', () => {
  const titles = pagesOf(fixture)
    .filter((file) => !file.includes('harbour'))
    .map((file) => open(`/${file}`).text('title'));
  expect(new Set(titles).size).toBe(titles.length);
});

test('no page carries a script of its own, a style attribute or an inline handler', () => {
  for (const file of pagesOf(fixture)) {
    const page = open(`/${file}`);
    const inline = 'script:not([type=module][src^="/_astro/"], [type="application/ld+json"])';
    expect(page.all(`${inline}, iframe, object, embed, base, [style]`), file).toEqual([]);
    expect(page.texts('script[src]').join(''), file).toBe('');
    expect(page.html, file).not.toMatch(/<[^>]*\son[a-z]+=/i);
  }
});

test('an article stands in the order of the design', () => {
  const { html } = open('/articles/everything/');
  const order = [
    '>Offer<',
    '<h1',
    'Everything that an article can carry',
    '>World</a></li></ul>',
    'Ada Test',
    'Published',
    'Updated',
    'to read',
    '<figure',
    'The first paragraph',
    'An earlier version gave four ships',
    '>Sources<',
    'id="topics"',
    'id="share"',
    '>See more<',
    '>2 Comments<',
    '>Post a Comment<',
  ];
  const main = html.slice(html.indexOf('<main')).replaceAll(/ data-astro-cid-\w+/g, '');
  const positions = order.map((mark) => main.indexOf(mark));
  expect(positions).not.toContain(-1);
  expect(positions).toEqual(positions.toSorted((a, b) => a - b));
});

test('the kicker stands outside the headline, which is plain text', () => {
  const page = open('/articles/everything/');
  expect(page.text('h1')).toBe('A harbour, a <market> & 3 "bridges"');
  expect(page.all('h1 *')).toEqual([]);
});

test('an article names its category labels, authors, dateline and times', () => {
  const page = open('/articles/everything/');
  expect(page.texts('main article header ul a')).toEqual(['Palestine News', 'World']);
  expect(page.texts('a[rel=author]')).toEqual(['Ada Test', 'Ben Test']);
  const header = page.text('main article header');
  expect(header).toContain('By Ada Test and Ben Test, Testville');
  expect(header).toContain('Published 9 July 2024, 02:30 Gaza time');
  expect(header).toContain('Updated 10 July 2024, 08:00 Gaza time');
  expect(header).toContain('1 minute to read');
  expect(page.attribute('main article header time', 'dateTime')).toBe('2024-07-08T23:30:00Z');
});

test('a picture has its size, alternative text, caption and credit', () => {
  const page = open('/articles/everything/');
  const picture = page.one('main article > figure img');
  expect(picture.properties).toMatchObject({
    alt: 'Ships rose from 3 to 5.',
    width: 400,
    height: 200,
  });
  expect(page.text('main article > figure figcaption')).toEqual(
    expect.stringMatching(/^Ships in the harbour\. Picture: Test-desk-/),
  );
});

test.each(['/articles/quiet/', '/world/'])(
  'on %s, a sensitive picture waits behind a warning',
  (address) => {
    const page = open(address);
    expect(page.all('main img')).toHaveLength(1);
    expect(page.all('details:not([open]) > picture > img[loading=lazy]')).toHaveLength(1);
    expect(page.text('details > summary')).toBe('This picture may distress. Show it.');
    expect(page.all('link[rel=preload], [fetchpriority]')).toEqual([]);
  },
);

test('corrections stand on their article and on the page of all, newest first', () => {
  const article = open('/articles/everything/');
  const own = article.texts('section[aria-labelledby=corrections] li');
  expect(own).toEqual([
    'Clarification, 10 July 2024: The harbour is the northern one.',
    'Correction, 9 July 2024: An earlier version gave four ships; there were five.',
  ]);
  expect(open('/corrections/').texts('main section p')).toEqual(own);
});

test('sources are links that lead out, with their archived copies', () => {
  const page = open('/articles/everything/');
  const [source, copy] = page.all('section[aria-labelledby=sources] a');
  expect(source?.properties).toMatchObject({
    href: 'https://example.com/register',
    rel: ['external', 'noopener'],
  });
  expect(copy?.properties.href).toBe('https://archive.example.com/register');
});

test('the body keeps what Markdown means', () => {
  const page = open('/articles/everything/');
  const body = 'main article > .prose';
  expect(page.texts(`${body} h2`)).toEqual(['Ships', 'Comments', 'Notes']);
  expect(page.texts(`${body} td`)).toEqual(['2023', '3', '2024', '5']);
  expect(page.attribute(`${body} figure img`, 'alt')).toBe('Ships rose from 3 to 5.');
  expect(page.text(`${body} figure figcaption`)).toBe('Ships, again');
  expect(page.all(`${body} a[data-footnote-backref]`)).toHaveLength(2);
  expect(page.attribute(`${body} span[lang]`, 'dir')).toBe('rtl');
  expect(page.text(`${body} del`)).toBe('Four');
});

test('See more ranks by shared topics and categories, and leads on', () => {
  const page = open('/articles/everything/');
  const stories = page.texts('section[aria-labelledby=see-more] article h3');
  // "A plain story" shares two topics (in other capitals) and a category, the next two share a category each.
  expect(stories.slice(0, 3)).toEqual([
    'A plain story',
    'A story without comments',
    'A story with closed comments',
  ]);
  expect(page.text('section[aria-labelledby=see-more] > p a')).toBe('More from Palestine News');
});

test('previous and next are the neighbours in the primary category', () => {
  const page = open('/articles/plain/');
  expect(page.text('a[rel=prev]')).toBe('A story with closed comments');
  expect(page.text('a[rel=next]')).toBe('A harbour, a <market> & 3 "bridges"');
});

test('comments are counted, oldest first, with a permalink, isolated and cleaned', () => {
  const page = open('/articles/everything/');
  expect(page.text('#comments')).toBe('2 Comments');
  expect(page.texts('li[id^=comment-] strong bdi')).toEqual(['قارئ أول', 'Second <b>Reader</b>']);
  expect(page.attribute('#comment-2 a', 'href')).toBe('#comment-2');
  expect(page.attribute('#comment-2 div', 'dir')).toBe('auto');
  const second = page.one('#comment-1 .prose');
  expect(textOf(second)).toContain('I saw five too');
  expect(page.all('#comment-1 .prose :is(h1, img, [onclick])')).toEqual([]);
  expect(page.attribute('#comment-1 .prose a', 'rel')).toEqual([
    'external',
    'nofollow',
    'ugc',
    'noopener',
  ]);
});

test('one comment is one, none is none', () => {
  expect(open('/articles/plain/').text('#comments')).toBe('1 Comment');
  expect(open('/articles/closed/').text('#comments')).toBe('0 Comments');
});

test('closed comments say so; comments that are off leave no trace', () => {
  expect(open('/articles/closed/').text('section[aria-labelledby=comments]')).toContain(
    'are closed',
  );
  expect(open('/articles/closed/').all('#post-a-comment')).toEqual([]);
  expect(open('/articles/quiet/').html).not.toContain('Comment');
});

test('where nothing takes comments, the page says so', () => {
  expect(open('/articles/plain/').text('section[aria-labelledby=comments]')).toContain(
    'Post a Comment Comments are not taken yet.',
  );
});

test('a category is a list under dates, twenty to a page, the first story large', () => {
  const first = open('/world/');
  expect(first.all('main article')).toHaveLength(20);
  expect(first.all('main > div > article')).toHaveLength(1);
  expect(first.attribute('a[rel=next]', 'href')).toBe('/world/2/');
  const second = open('/world/2/');
  expect(second.text('nav [aria-current=page]')).toBe('Page 2 of 3');
  expect(second.attribute('a[rel=prev]', 'href')).toBe('/world/');
  expect(second.text('title')).toContain('Page 2 of 3');
  expect(open('/world/3/').all('main article')).toHaveLength(7);
});

test('an empty category says so and offers the way on', () => {
  const page = open('/gaza-news/');
  expect(page.text('main')).toContain('There are no stories here yet.');
  expect(page.attribute('main > p a', 'href')).toBe('/archive/');
});

test('the navigation marks where the reader is', () => {
  expect(open('/world/').text('header nav [aria-current]')).toBe('World');
  expect(open('/world/2/').attribute('header nav [aria-current]', 'ariaCurrent')).toBe('true');
  expect(open('/about/').all('header nav [aria-current]')).toEqual([]);
});

test('topics that differ only in capitals are one topic', () => {
  expect(open('/topics/un/').all('main article')).toHaveLength(2);
});

test('months are those of the edition’s time zone', () => {
  expect(open('/archive/2024/07/').all('main article')).toHaveLength(3);
  expect(open('/archive/').texts('main section li')).toContain('July 2024 3 stories');
  expect(open('/archive/2024/07/').texts('main h2 time')).toEqual([
    '20 July 2024',
    '9 July 2024',
    '1 July 2024',
  ]);
});

test('a former address leads to the new one', () => {
  const page = open('/articles/old-harbour/');
  expect(page.attribute('meta[http-equiv=refresh]', 'content')).toBe(
    '0; url=/articles/everything/',
  );
  expect(page.attribute('link[rel=canonical]', 'href')).toBe(
    'https://gaza-palestine-news.example/articles/everything/',
  );
  expect(page.attribute('main a', 'href')).toBe('/articles/everything/');
});

test('the home page leads with the newest featured story and has a block for each category with stories', () => {
  const page = open('/');
  expect(page.texts('main h2').slice(0, 1)).toEqual(['A harbour, a <market> & 3 "bridges"']);
  expect(page.texts('main section > h2')).toEqual(['Palestine News', 'World', 'Newest stories']);
  expect(page.attribute('header time', 'dateTime')).toBe('2024-09-01');
  expect(page.text('header time')).toBe('Sunday, 1 September 2024');
});

test('only the home page carries the date of the build', () => {
  expect(open('/articles/plain/').all('body > header time')).toEqual([]);
});

test('404 offers home, categories and the newest stories, and is not to be indexed', () => {
  const page = open('/404.html');
  expect(page.texts('main li a')).toEqual(
    expect.arrayContaining(['Home', 'World', 'A plain story']),
  );
  expect(page.attribute('meta[name=robots]', 'content')).toBe('noindex');
});

test('below a path, every own address begins with it', () => {
  for (const file of pagesOf(below)) {
    const page = new OpenPage(below, `/${file}`);
    for (const element of page.all('[href^="/"], [src^="/"]')) {
      expect(String(element.properties.href ?? element.properties.src), file).toMatch(/^\/news\//);
    }
  }
  const article = new OpenPage(below, '/articles/everything/');
  expect(article.attribute('link[rel=canonical]', 'href')).toBe(
    'https://example.org/news/articles/everything/',
  );
  expect(article.html).toContain('href="/news/articles/plain/"');
});
