import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { articleRenderer } from './processor.ts';
import { article, comment, OpenBody, words } from './sample-body.ts';

const siteUrl = new URL('https://news.example/');

describe('articles are GitHub-flavoured Markdown', () => {
  test('a table has a head and rows', async () => {
    const body = await article('| Port | Ships |\n|---|---|\n| Gaza | 4 |\n| Jaffa | 5 |');
    expect(body.texts('thead th')).toEqual(['Port', 'Ships']);
    expect(body.texts('tbody tr:last-child td')).toEqual(['Jaffa', '5']);
  });

  test.each(['~~gone~~', '~gone~'])('%s is struck through', async (markdown) => {
    expect((await article(markdown)).texts('del')).toEqual(['gone']);
  });

  test.each([
    ['https://example.org/a?b=1&c=2', 'https://example.org/a?b=1&c=2'],
    ['www.example.org', 'http://www.example.org'],
    ['editor@example.org', 'mailto:editor@example.org'],
    ['<https://example.org/>', 'https://example.org/'],
    ['<editor@example.org>', 'mailto:editor@example.org'],
  ])('%s becomes a link', async (markdown, href) => {
    const body = await article(`Read ${markdown} today.`);
    expect(body.each('a', 'href')).toEqual([href]);
    expect(body.text).toBe(`Read ${markdown.replaceAll(/[<>]/g, '')} today.`);
  });

  test('a task list keeps its order, and which of its tasks are done', async () => {
    const body = await article('- [x] hull\n- [ ] mast\n- crew');
    expect(body.texts('ul > li')).toEqual(['☑ hull', '☐ mast', 'crew']);
    expect(body.each('ul', 'className')).toEqual([['contains-task-list']]);
    expect(body.each('li', 'className')).toEqual([
      ['task-list-item'],
      ['task-list-item'],
      undefined,
    ]);
  });

  test('code stays as it was written, with the name of its language', async () => {
    const body = await article('```js\nif (a < b) "<b>";\n```');
    expect(body.texts('pre > code')).toEqual(['if (a < b) "<b>";']);
    expect(body.each('code', 'className')).toEqual([['language-js']]);
    expect(body.all('code *')).toEqual([]);
  });

  test('quotation marks, dashes and dots stay as they were written', async () => {
    expect((await article('"Harbour" -- \'open\' ...')).text).toBe('"Harbour" -- \'open\' ...');
  });
});

describe('footnotes', () => {
  /** What each link that fits leads to, as text; browsers take a fragment as it is, then decoded. */
  const targets = (body: OpenBody, selector: string): string[] =>
    body.all(selector).map(({ properties: { href } }) => {
      const fragment = String(href).slice(1);
      const byId = (name: string) => body.all('[id]').find(({ properties: { id } }) => id === name);
      const target = byId(fragment) ?? byId(decodeURIComponent(fragment));
      return target ? toString(target).trim() : `nothing at ${String(href)}`;
    });

  const notes = '\n\n[^ship]: Four ships.\n[^port]: Two ports.';

  test('a number in the text leads to its note', async () => {
    const body = await article(`Ships[^ship] and ports[^port].${notes}`);
    expect(body.texts('a[data-footnote-ref]')).toEqual(['1', '2']);
    expect(targets(body, 'a[data-footnote-ref]')).toEqual(['Four ships. ↩', 'Two ports. ↩']);
  });

  test('a note leads back to its number', async () => {
    const body = await article(`Ships[^ship] and ports[^port].${notes}`);
    expect(targets(body, 'a[data-footnote-backref]')).toEqual(['1', '2']);
    expect(body.each('a[data-footnote-backref]', 'ariaLabel')).toEqual([
      'Back to the text 1',
      'Back to the text 2',
    ]);
  });

  test('a note that is named twice leads back to both places', async () => {
    const body = await article(`Ships[^ship], ports[^port], ships again[^ship].${notes}`);
    expect(body.texts('a[data-footnote-ref]')).toEqual(['1', '2', '1']);
    expect(new Set(body.each('a[data-footnote-ref]', 'id')).size).toBe(3);
    expect(body.each('section li:first-child a', 'href')).toEqual([
      `#${String(body.each('a[data-footnote-ref]', 'id')[0])}`,
      `#${String(body.each('a[data-footnote-ref]', 'id')[2])}`,
    ]);
    expect(body.each('section li:first-child a', 'ariaLabel')).toEqual([
      'Back to the text 1',
      'Back to the text 1-2',
    ]);
  });

  test.each(['ملاحظة', 'مُلاحَظة', 'a.b', "it's", 'x/y', 'Ship', '100%', 'a:b'])(
    'a note with the name %s is found, and leads back',
    async (name) => {
      const body = await article(`Ships[^${name}].\n\n[^${name}]: Four ships.`);
      expect(targets(body, 'a[data-footnote-ref]')).toEqual(['Four ships. ↩']);
      expect(targets(body, 'a[data-footnote-backref]')).toEqual(['1']);
    },
  );

  test('the id of a note carries its name as it was written', async () => {
    const body = await article('سفن[^ملاحظة].\n\n[^ملاحظة]: أربع سفن.');
    expect(body.each('section li', 'id')).toEqual(['note-fn-ملاحظة']);
  });

  test('the notes stand below a heading that their numbers refer to', async () => {
    const body = await article(`Ships[^ship].${notes}`);
    const [heading] = body.all('section[data-footnotes] > h2');
    expect(heading && toString(heading)).toBe('Notes');
    expect(heading?.properties.id).toBeTruthy();
    expect(body.each('a[data-footnote-ref]', 'ariaDescribedBy')).toEqual([
      [heading?.properties.id],
    ]);
  });

  test('a number without a note stays text', async () => {
    const body = await article('Ships[^none].');
    expect(body.text).toBe('Ships[^none].');
    expect(body.all('a')).toEqual([]);
  });
});

test('the words of the edition name notes, tables and tasks', async () => {
  const render = articleRenderer({
    siteUrl,
    words: {
      footnotes: 'هوامش',
      backToText: 'عودة إلى النص',
      table: 'جدول',
      taskDone: 'أُنجز',
      taskOpen: 'لم يُنجز',
    },
  });
  const body = new OpenBody(
    await render('سفن[^1]\n\n- [x] أ\n- [ ] ب\n\n| أ |\n|---|\n| ب |\n\n[^1]: أربع.'),
  );
  expect(body.texts('section h2')).toEqual(['هوامش']);
  expect(body.each('section li a', 'ariaLabel')).toEqual(['عودة إلى النص 1']);
  expect(body.each('[role=group]', 'ariaLabel')).toEqual(['جدول']);
  expect(body.each('li > [role=img]', 'ariaLabel')).toEqual(['أُنجز', 'لم يُنجز']);
});

test('one body knows nothing of the body before it', async () => {
  const render = articleRenderer({ siteUrl, words });
  const markdown = '## Ships\n\nFour[^1].\n\n[^1]: In July.';
  const first = await render(markdown);
  expect(await render(markdown)).toBe(first);
});

test('a body without text is empty', async () => {
  expect((await article('\n\n')).html).toBe('');
});

test.each(['![Ships](%E0%A4%A)', '[Ships](%E0%A4%A)', '<a href="%E0%A4%A">Ships</a>'])(
  'the broken percent-encoding in %s costs nothing of the text around it',
  async (markdown) => {
    const body = await article(`Before.\n\n${markdown}\n\nAfter.`);
    expect(body.text).toMatch(/^Before\.[\s\S]*After\.$/);
  },
);

describe.each([
  ['an article', article],
  ['a comment', comment],
])('%s', (_kind, open) => {
  test.each([
    '<b>unclosed <i>twice',
    '<b>across\n\nparagraphs',
    '<a href=about/>unclosed',
    '<ul><li>unclosed',
    '<table><tr><td>unclosed',
    '<details><summary>unclosed',
    '<blockquote>unclosed',
    '<h2>unclosed',
    '<div><p>unclosed',
    '<!-- unclosed',
    '<p title="unclosed',
    'closed </b></p></div></main></body></html> too often',
    '</table></td></tr></li></ul>',
  ])('ends before what follows it, though it holds %j', async (markdown) => {
    const { html } = await open(markdown);
    const page = new OpenBody(`<main><div>${html}</div><hr class="after"></main><footer></footer>`);
    expect(page.all('main > hr.after')).toHaveLength(1);
    expect(page.tree.children.map((node) => 'tagName' in node && node.tagName)).toEqual([
      'main',
      'footer',
    ]);
  });
});

describe('comments are plain Markdown', () => {
  test.each([
    ['tables', '| a | b |\n|---|---|\n| c | d |', 'table'],
    ['strikethrough', '~~gone~~', 'del'],
    ['bare addresses', 'https://example.org/', 'a'],
    ['tasks', '- [x] done', '[role=img]'],
  ])('%s stay as they were written', async (_what, markdown, selector) => {
    const body = await comment(markdown);
    expect(body.all(selector)).toEqual([]);
    expect(body.text).toBe(markdown.replace(/^- /, ''));
  });

  test.each([
    ['**strong**', 'strong'],
    ['*stress*', 'em'],
    ['> quotation', 'blockquote p'],
    ['1. first', 'ol li'],
    ['- item', 'ul li'],
    ['`code`', 'code'],
    ['[link](https://example.org/)', 'a[href]'],
  ])('%s is understood', async (markdown, selector) => {
    expect((await comment(markdown)).all(selector)).toHaveLength(1);
  });
});
