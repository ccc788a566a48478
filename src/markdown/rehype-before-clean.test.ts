import { describe, expect, test } from 'vitest';
import { article } from './sample-body.ts';

describe('the id of a heading', () => {
  test.each([
    ['is made from its text', '## Ships in the Harbour', 'section-ships-in-the-harbour'],
    ['leaves out its punctuation', '## «Gaza», 2024?', 'section-gaza-2024'],
    ['leaves out its markup', '## *Four* `ships` [sail](a/)', 'section-four-ships-sail'],
    ['keeps Arabic letters', '## أخبار غزة', 'section-أخبار-غزة'],
    ['leaves out vowel marks', '## السَّلَامُ عَلَيْكُم', 'section-السلام-عليكم'],
    ['keeps Arabic digits', '## ٣ سفن', 'section-٣-سفن'],
    ['is there when nothing in it is a letter', '## ?!', 'section-untitled'],
    ['is made for underlined headings', 'Ships\n=====', 'section-ships'],
    ['replaces one that came with raw HTML', '<h2 id="content">Ships</h2>', 'section-ships'],
  ])('%s', async (_what, markdown, id) => {
    expect((await article(markdown)).each('h1, h2', 'id')).toEqual([id]);
  });

  test.each([1, 2, 3, 4, 5, 6])('is given to level %d', async (level) => {
    const body = await article(`${'#'.repeat(level)} Ships`);
    expect(body.each(`h${level}`, 'id')).toEqual(['section-ships']);
  });

  test('is never given twice', async () => {
    const body = await article('## Ships\n\n## Ships\n\n## Ships 1\n\n### Ships');
    const ids = body.each('h2, h3', 'id');
    expect(ids.slice(0, 2)).toEqual(['section-ships', 'section-ships-2']);
    expect(new Set(ids).size).toBe(4);
  });

  test('is the same whether vowel marks are written or not, but for its number', async () => {
    const body = await article('## غَزَّة\n\n## غزة');
    expect(body.each('h2', 'id')).toEqual(['section-غزة', 'section-غزة-2']);
  });

  test.each(['Comments', 'Content', 'Sources', 'Topics', 'Post a Comment', 'Corrections'])(
    'cannot be that of the page, though the heading is "%s"',
    async (heading) => {
      const [id] = (await article(`## ${heading}`)).each('h2', 'id');
      expect(id).toBe(`section-${heading.toLowerCase().replaceAll(' ', '-')}`);
    },
  );
});

test.each([
  ['<p id="footnote-label">x</p>'],
  ['<section data-footnotes><h2 id="footnote-label">x</h2></section>'],
])('nothing can take the place of the heading of the notes: %s', async (forged) => {
  const body = await article(`${forged}\n\nA[^1]\n\n[^1]: B`);
  expect(body.texts('#footnote-label')).toEqual(['Notes']);
});

test.each([
  ['HTTPS://example.org/Ships', 'https://example.org/Ships'],
  ['HtTp://example.org/', 'http://example.org/'],
  ['MAILTO:Editor@example.org', 'mailto:Editor@example.org'],
])('the scheme of %s counts in any case', async (address, href) => {
  expect((await article(`[Ships](${address})`)).each('a', 'href')).toEqual([href]);
  expect((await article(`<a href="${address}">Ships</a>`)).each('a', 'href')).toEqual([href]);
});

test('blanks before a scheme are dropped', async () => {
  const body = await article('<a href=" \t https://example.org/">Ships</a>');
  expect(body.each('a', 'href')).toEqual(['https://example.org/']);
});

test.each([
  ['[Ships](foo\\)\\:)', 'foo):'],
  ['[Ships](ships_at:noon)', 'ships_at:noon'],
  ['<a href="./ships:noon">Ships</a>', './ships:noon'],
])('a path may hold a colon: %s', async (markdown, href) => {
  expect((await article(markdown)).each('a', 'href')).toEqual([href]);
});
