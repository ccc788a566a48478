import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { articleRenderer } from '#markdown/processor.ts';
import { settings } from '#settings.ts';
import { textBody } from './text-body.ts';

const from = '/articles/harbour/';
const asText = (html: string): string => textBody(html, { from, pictureShows: 'It shows:' });
const { origin } = settings.siteUrl;

describe('links lead to text pages where there are some', () => {
  test.each([
    ['/', '/text/'],
    ['/ar/', '/ar/text/'],
    ['/articles/olives/', '/text/articles/olives/'],
    [
      '/articles/olives/?a=1&#x26;b=2#section-one',
      '/text/articles/olives/?a=1&#x26;b=2#section-one',
    ],
    ['/ar/articles/olives/', '/ar/text/articles/olives/'],
    ['../olives/', '/text/articles/olives/'],
    [`${origin}/articles/olives/`, '/text/articles/olives/'],
    ['/world/', '/text/world/'],
    ['/world/2/', '/text/world/2/'],
    ['/ar/gaza-news/', '/ar/text/gaza-news/'],
  ])('%s', (href, text) => {
    expect(asText(`<a href="${href}">x</a>`)).toBe(`<a href="${text}">x</a>`);
  });

  test.each([
    '#note-fn-1',
    '/topics/olives/',
    '/about/',
    '/world/rss.xml',
    '/articles/',
    '/articles/olives/more/',
    '/pictures/chart.svg',
    'https://example.org/articles/olives/',
    'mailto:desk@example.org',
  ])('%s stays', (href) => {
    expect(asText(`<a href="${href}">x</a>`)).toBe(`<a href="${href}">x</a>`);
  });

  test('a relative address still leads where it did', () => {
    expect(asText('<a href="../../about/">x</a>')).toBe('<a href="/about/">x</a>');
  });
});

describe('pictures', () => {
  test('are told in words, their captions kept', () => {
    expect(
      asText(
        '<figure><img src="/a.svg" alt="Ships" width="4"><figcaption>At noon</figcaption></figure>',
      ),
    ).toBe('<figure>[It shows: <bdi>Ships</bdi>]<figcaption>At noon</figcaption></figure>');
  });

  test('in several formats are told once', () => {
    expect(
      asText(
        '<picture><source srcset="/a.avif 1x" type="image/avif"><img src="/a.jpg" alt="Ships"></picture>',
      ),
    ).toBe('[It shows: <bdi>Ships</bdi>]');
  });

  test('with a title in a line of text keep that too', () => {
    expect(asText('<img src="/a.svg" alt="Ships" title="At noon">')).toBe(
      '[It shows: <bdi>Ships</bdi> – <bdi>At noon</bdi>]',
    );
  });

  test('without words leave none', () => {
    expect(asText('a<img src="/a.svg" alt="">b')).toBe('ab');
  });

  test.each([
    '<script>alert(1)</script>',
    '"><script>alert(1)</script>',
    '</bdi><b onclick=alert(1)>',
    'a > b & c < d "quoted" \'twice\' &lt;',
    '&#60;script&#62;',
  ])('keep what is said of them as text: %s', async (alt) => {
    const quoted = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const render = articleRenderer({
      siteUrl: settings.siteUrl,
      words: { footnotes: '', backToText: '', table: '', taskDone: '', taskOpen: '' },
    });
    const html = await render(`<img src="./a.svg" alt="${quoted}">`, () =>
      Promise.resolve({ src: '/a.svg', width: 1, height: 1, sources: [] }),
    );
    const tree = fromHtml(asText(html), { fragment: true });
    const bdi = select('bdi', tree);
    expect(bdi && toText(bdi)).toBe(alt);
    expect(selectAll('*', tree).map(({ tagName }) => tagName)).toEqual(['bdi']);
  });
});

test('text that looks like a tag stays text', () => {
  const html = '<p title="a > b">1 &#x3C;img alt="x"> 2</p>';
  expect(asText(html)).toBe(html);
});
