import { describe, expect, test } from 'vitest';
import { articleRenderer } from './processor.ts';
import { article, comment, harbour, OpenBody, words } from './sample-body.ts';

/** What raw HTML says, and what Markdown would encode. */
const link = (href: string): string => `<a href="${href}">Ships</a>`;

const leadingOut = [
  'https://example.org/ships/',
  'http://example.org/',
  '//example.org/ships/',
  'HTTPS://EXAMPLE.ORG/',
  'https://news.example.org/',
  'http://news.example/about/',
  'https://news.example:8443/about/',
  '/\\example.org/',
  '\\\\example.org/',
  '/&#9;/example.org/',
  '/&#10;/example.org/',
];

const leadingIn = [
  'about/',
  '../about/',
  './about/',
  '?page=2',
  'https://news.example/about/',
  '//news.example/about/',
  '/\\news.example/about/',
  'mailto:editor@example.org',
];

describe.each(['https://news.example/', 'https://news.example/sub/'])(
  'links on a site at %s',
  (siteUrl) => {
    test.each(leadingOut)('%s leads out and says so', async (href) => {
      const body = await article(link(href), { siteUrl });
      expect(body.each('a', 'rel')).toEqual([['external', 'noopener']]);
    });

    test.each(leadingOut)('%s in a comment says that a reader wrote it', async (href) => {
      const body = await comment(link(href), { siteUrl });
      expect(body.each('a', 'rel')).toEqual([['external', 'nofollow', 'ugc', 'noopener']]);
    });

    test.each(leadingIn)('%s stays as it is, in articles and comments', async (href) => {
      for (const open of [article, comment]) {
        const body = await open(link(href), { siteUrl });
        expect(body.each('a', 'href')).toEqual([href]);
        expect(body.each('a', 'rel')).toEqual([undefined]);
      }
    });
  },
);

test.each([
  ['https://news.example/', '/about/', '/about/'],
  ['https://news.example/', '/', '/'],
  ['https://news.example/sub/', '/about/', '/sub/about/'],
  ['https://news.example/sub/', '/', '/sub/'],
  ['https://news.example/sub/', '/about/?a=/b#/c', '/sub/about/?a=/b#/c'],
  ['https://news.example/a/b/', '/about/', '/a/b/about/'],
])('on a site at %s, a link to %s leads to %s', async (siteUrl, written, href) => {
  for (const open of [article, comment]) {
    const body = await open(`[About](${written})`, { siteUrl });
    expect(body.each('a', 'href')).toEqual([href]);
    expect(body.each('a', 'rel')).toEqual([undefined]);
  }
});

test('a protocol-relative link keeps its host on a site below a path', async () => {
  const body = await article(link('//example.org/x/'), { siteUrl: 'https://news.example/sub/' });
  expect(body.each('a', 'href')).toEqual(['//example.org/x/']);
});

test.each(['https://[', 'http://', 'https://exa mple.org/'])(
  'the address %s is none: the text stays without a link',
  async (href) => {
    const body = await article(link(href));
    expect(body.each('a', 'href')).toEqual([undefined]);
    expect(body.text).toBe('Ships');
  },
);

test('a link within the text stays in an article', async () => {
  const body = await article('[Below](#section-ships)\n\n## Ships');
  expect(body.each('a', 'href')).toEqual(['#section-ships']);
  expect(body.each('h2', 'id')).toEqual(['section-ships']);
  expect(body.each('a', 'rel')).toEqual([undefined]);
});

test('a comment cannot lead into the page around it', async () => {
  const body = await comment('[Below](#content)');
  expect(body.each('a', 'href')).toEqual([undefined]);
  expect(body.text).toBe('Below');
});

test('a link that shows its address runs from left to right, other links as their text does', async () => {
  const body = await article('https://example.org/ www.example.org [سفن](https://example.org/)');
  expect(body.each('a', 'dir')).toEqual(['ltr', 'ltr', undefined]);
});

describe('a picture', () => {
  test('alone in its paragraph becomes a figure, and its title the caption', async () => {
    const body = await article('![Ships](./harbour.png "At *noon* <now>")');
    expect(body.all('p img')).toEqual([]);
    expect(body.all('figure > img')).toHaveLength(1);
    expect(body.texts('figure > figcaption')).toEqual(['At *noon* <now>']);
    expect(body.each('img', 'alt')).toEqual(['Ships']);
    expect(body.each('img', 'title')).toEqual([undefined]);
  });

  test.each([
    '![Ships](./harbour.png)',
    '![Ships](./harbour.png "")',
    '<p><img src="./harbour.png" alt="Ships" title=""></p>',
  ])('without a title has no caption: %s', async (markdown) => {
    const body = await article(markdown);
    expect(body.all('figure > img')).toHaveLength(1);
    expect(body.all('figcaption')).toEqual([]);
  });

  test('stands at the address and in the size of its file, whatever the writer says', async () => {
    const body = await article(
      '<img src="./harbour.png" alt="Ships" width="9999" height="1" loading="eager" onload="alert(1)">',
    );
    expect(body.one('img').properties).toEqual({
      src: harbour.src,
      alt: 'Ships',
      width: harbour.width,
      height: harbour.height,
      loading: 'lazy',
      decoding: 'async',
    });
  });

  test('that was made in several sizes offers them to the browser, and itself to those that know none', async () => {
    const sources = [
      { type: 'image/avif', srcset: '/a.avif', media: '(prefers-reduced-data: reduce)' },
      { type: 'image/avif', srcset: '/a.avif 360w, /b.avif 720w', sizes: '41rem' },
    ];
    const body = await article('![Ships](./harbour.jpg "At noon")', {
      resolve: () => Promise.resolve({ ...harbour, sources }),
    });
    expect(body.each('figure > picture > source', 'media')).toEqual([
      '(prefers-reduced-data: reduce)',
      undefined,
    ]);
    expect(body.html).toContain('sizes="41rem" srcset="/a.avif 360w, /b.avif 720w"');
    expect(body.each('figure > picture > :last-child', 'src')).toEqual([harbour.src]);
    expect(body.texts('figure > figcaption')).toEqual(['At noon']);
  });

  test('in raw HTML, alone in its paragraph, becomes a figure too', async () => {
    const body = await article('<p>\n  <img src="./harbour.png" alt="Ships" title="Noon">\n</p>');
    expect(body.texts('figure figcaption')).toEqual(['Noon']);
    expect(body.all('p img')).toEqual([]);
  });

  test('in a line of text keeps its title as one', async () => {
    const body = await article('The ![Ships](./harbour.png "Noon") lie here.');
    expect(body.each('p > img', 'title')).toEqual(['Noon']);
  });

  test('in a figure of raw HTML keeps that figure and its caption', async () => {
    const body = await article(
      '<figure><img src="./harbour.png" alt="Ships"><figcaption>Noon</figcaption></figure>',
    );
    expect(body.all('figure')).toHaveLength(1);
    expect(body.texts('figure > figcaption')).toEqual(['Noon']);
  });

  test.each([
    ['between words', 'Four ![Ships](./harbour.png "Noon") ships'],
    ['beside another', '![Ships](./harbour.png "Noon") ![Ships](./quay.png)'],
    ['on a line below words', 'Four ships\n![Ships](./harbour.png)'],
  ])('%s stays in its paragraph', async (_where, markdown) => {
    const body = await article(markdown);
    expect(body.all('figure, figcaption')).toEqual([]);
    expect(body.all('p > img').length).toBeGreaterThanOrEqual(1);
    expect(body.all('p')).toHaveLength(1);
  });

  test('two in one paragraph are both shown', async () => {
    const body = await article('![One](./one.png)\n![Two](./two.png)', {
      resolve: (src) => Promise.resolve({ ...harbour, src: `/pictures/${src.slice(2)}` }),
    });
    expect(body.each('p > img', 'src')).toEqual(['/pictures/one.png', '/pictures/two.png']);
    expect(body.each('p > img', 'alt')).toEqual(['One', 'Two']);
  });

  test('inside a link stays inside it', async () => {
    const body = await article('[![Ships](./harbour.png)](https://example.org/)');
    expect(body.each('a[href="https://example.org/"] > img', 'src')).toEqual([harbour.src]);
    expect(body.all('figure')).toEqual([]);
  });

  test.each([
    ['in a list', '- Ships\n\n  ![Ships](./harbour.png)', 'li > figure > img'],
    ['in a quotation', '> ![Ships](./harbour.png)', 'blockquote > figure > img'],
    ['in a table', '| a |\n|---|\n| ![Ships](./harbour.png) |', 'td > img'],
    ['in a heading', '## ![Ships](./harbour.png)', 'h2 > img'],
  ])('%s is shown', async (_where, markdown, selector) => {
    expect((await article(markdown)).each(selector, 'src')).toEqual([harbour.src]);
  });

  test('without a text for those who cannot see it counts as decoration', async () => {
    expect((await article('![](./harbour.png)')).each('img', 'alt')).toEqual(['']);
    expect((await article('<img src="./harbour.png">')).each('img', 'alt')).toEqual(['']);
  });

  test('that is not found leaves nothing, not even its paragraph', async () => {
    const body = await article('Before.\n\n![Ships](./none.png "Noon")\n\nAfter.', {
      resolve: () => Promise.resolve(undefined),
    });
    expect(body.all('img, figure, figcaption')).toEqual([]);
    expect(body.texts('p')).toEqual(['Before.', 'After.']);
  });

  test('that is not found leaves the words around it', async () => {
    const body = await article('Before ![Ships](./none.png) after ![Quay](./quay.png).', {
      resolve: (src) => Promise.resolve(src === './quay.png' ? harbour : undefined),
    });
    expect(body.each('img', 'alt')).toEqual(['Quay']);
    expect(body.text).toMatch(/^Before\s+after\s+\.$/);
  });

  test('that is not found does not hide the next one', async () => {
    const body = await article('![Ships](./none.png)![Quay](./quay.png)', {
      resolve: (src) => Promise.resolve(src === './quay.png' ? harbour : undefined),
    });
    expect(body.each('img', 'src')).toEqual([harbour.src]);
  });

  test('is dropped when nobody looks for pictures', async () => {
    const render = articleRenderer({ siteUrl: new URL('https://news.example/'), words });
    const body = new OpenBody(await render('Before.\n\n![Ships](./harbour.png)'));
    expect(body.all('img, figure')).toEqual([]);
    expect(body.text).toBe('Before.');
  });
});

describe('the finder of pictures', () => {
  /** The names that it is asked for while a body is rendered. */
  async function asked(markdown: string): Promise<string[]> {
    const names: string[] = [];
    await article(markdown, {
      resolve: (src) => {
        names.push(src);
        return Promise.resolve(harbour);
      },
    });
    return names;
  }

  test.each([
    ['![Ships](./harbour.png)', './harbour.png'],
    ['![Ships](<./my harbour.png>)', './my harbour.png'],
    ['![Ships](./my%20harbour.png)', './my harbour.png'],
    ['![سفن](./ميناء.png)', './ميناء.png'],
    ['<img src="./my harbour.png">', './my harbour.png'],
    ['![Ships](https://example.org/harbour.png)', 'https://example.org/harbour.png'],
    ['![Ships](../../../harbour.png)', '../../../harbour.png'],
    ['![Ships](..%2f..%2fharbour.png)', '../../harbour.png'],
  ])('is asked for what %s names', async (markdown, name) => {
    expect(await asked(markdown)).toEqual([name]);
  });

  test('is asked once for a picture that is shown twice', async () => {
    expect(await asked('![One](./a.png)\n\n![Two](./a.png) and ![Three](./b.png)')).toEqual([
      './a.png',
      './b.png',
    ]);
  });

  test('is not asked for what a code block shows', async () => {
    expect(await asked('`![Ships](./harbour.png)`')).toEqual([]);
  });
});

describe('tables', () => {
  const table = '| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |';

  test('stand in a frame that scrolls, by keyboard too, and has a name', async () => {
    const body = await article(table);
    expect(body.all('div > table')).toHaveLength(1);
    expect(body.one('div').properties).toEqual({
      className: ['table'],
      role: 'group',
      ariaLabel: 'Table',
      tabIndex: 0,
    });
  });

  test.each([
    ['the heading that they stand under', `## Ships\n\n${table}\n\n## Crews`, 'Table: Ships'],
    [
      'their caption',
      '## Ships\n\n<table><caption>By <b>month</b></caption><tr><td>1</table>',
      'Table: By month',
    ],
    [
      'nothing, where the caption is empty',
      '<table><caption> </caption><tr><td>1</table>',
      'Table',
    ],
  ])('are named after %s', async (_what, markdown, name) => {
    expect((await article(markdown)).each('div', 'ariaLabel')).toEqual([name]);
  });

  test('align their cells, heads included, by the end and the centre', async () => {
    const body = await article(table);
    const classes = [undefined, undefined, ['center'], ['end']];
    expect(body.each('th', 'className')).toEqual(classes);
    expect(body.each('td', 'className')).toEqual(classes);
    expect(body.all('[align]')).toEqual([]);
  });

  test('of raw HTML are framed and aligned likewise', async () => {
    const body = await article('<table><tr><th>a<td align="right">1</table>');
    expect(body.all('div[role=group] > table')).toHaveLength(1);
    expect(body.each('td', 'className')).toEqual([['end']]);
    expect(body.all('[align]')).toEqual([]);
  });

  test('are framed one by one, also a table inside a table', async () => {
    const inner = '<table><tr><td>1</td></tr></table>';
    const body = await article(`${table}\n\n<table><tr><td>${inner}</td></tr></table>`);
    expect(body.all('table')).toHaveLength(3);
    expect(body.all('div[role=group]')).toHaveLength(3);
    expect(body.all('div[role=group] > table')).toHaveLength(3);
    expect(body.all('div > div')).toEqual([]);
  });
});

describe('tasks', () => {
  test('show a mark that is read aloud, and no box to tick', async () => {
    const body = await article('- [x] hull\n- [ ] mast');
    expect(body.all('input')).toEqual([]);
    expect(body.texts('li > span[role=img]')).toEqual(['☑', '☐']);
    expect(body.each('li > span', 'ariaLabel')).toEqual(['done', 'not done']);
  });

  test('stand in a list that says that it is one, for it has no other marks', async () => {
    expect((await article('- [x] hull\n\nx\n\n- mast')).each('ul', 'role')).toEqual([
      'list',
      undefined,
    ]);
  });

  test('keep their mark in a list with room between its items', async () => {
    const body = await article('- [X] hull\n\n- [ ] mast');
    expect(body.each('li [role=img]', 'ariaLabel')).toEqual(['done', 'not done']);
  });
});

test('of two equal ids the first one stays', async () => {
  const body = await article('<p id="section-map">a</p><p id="section-map">b</p>');
  expect(body.each('p', 'id')).toEqual(['section-map', undefined]);
});

describe('ids are unique, and headings keep theirs', () => {
  test.each([
    [
      'a raw element that claims a heading’s id',
      '<p id="section-comments">x</p>\n\n## Comments',
      ['section-comments-2'],
    ],
    [
      'a heading that claims the label of the notes',
      '<h2 id="footnote-label">x</h2>\n\n<h2 id="footnote-label">x</h2>',
      ['section-x', 'section-x-2'],
    ],
    [
      'headings without letters',
      '## untitled\n\n## !!!\n\n## ???',
      ['section-untitled', 'section-untitled-2', 'section-untitled-3'],
    ],
    ['a heading with an unusual character', '## a‿b', ['section-a‿b']],
  ])('%s', async (_what, markdown, ids) => {
    const html = await articleRenderer({ siteUrl: new URL('https://news.example/'), words })(
      markdown,
    );
    expect([...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
  });
});
