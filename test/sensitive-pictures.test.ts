/** A picture that may distress is where a warning stands before it, and nowhere else. */
import { expect, inject, test } from 'vitest';
import { filesOf, OpenPage, textIn } from './site-files.ts';

const { fixture } = inject('sites');

const filesThat = (match: RegExp): string[] =>
  filesOf(fixture).filter((file) => match.test(file) || match.test(textIn(fixture, file)));

const pagesWithWarning = ['articles/quiet/index.html', 'world/index.html'];

test('its file is named by the pages that warn of it, by the Markdown of its story, which says so, and by nothing else but the list of digests', () => {
  expect(filesThat(/wounded\.[0-9a-f]{10}\.svg/)).toEqual([
    'SHA256SUMS',
    'articles/quiet.md',
    'articles/quiet/index.html',
    expect.stringMatching(/^pictures\/wounded\.\w+\.svg$/),
    'world/index.html',
  ]);
  expect(textIn(fixture, 'articles/quiet.md')).toMatch(/wounded[^]+\n {2}sensitive: true\n/);
});

test('what it shows is told there and in the text of its story, and in no card, feed, list, index or structured data', () => {
  expect(filesThat(/a wounded quay/i)).toEqual([
    'articles/quiet.md',
    'articles/quiet/index.html',
    'text/articles/quiet/index.html',
    'world/index.html',
  ]);
  for (const file of pagesWithWarning) {
    const page = new OpenPage(fixture, `/${file}`);
    expect(page.texts('script, meta').join(), file).not.toMatch(/wounded/i);
  }
});

test.each(pagesWithWarning)('in %s it waits in closed details, and only there', (file) => {
  const page = new OpenPage(fixture, `/${file}`);
  const inside = page.all('details:not([open]) > summary ~ picture > img[loading=lazy]');
  expect(inside.map(({ properties }) => properties.alt)).toEqual(['A wounded quay.']);
  expect(page.html.match(/wounded\.[0-9a-f]{10}\.svg/g)).toHaveLength(1);
  expect(page.text('summary')).toBe('This picture may distress. Show it.');
});
