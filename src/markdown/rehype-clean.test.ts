import { describe, expect, test } from 'vitest';
import { article, comment, type OpenBody } from './sample-body.ts';

const both = [
  ['an article', article],
  ['a comment', comment],
] as const;

/** Whatever a body may never hold, as a browser reads it. */
function dangers(body: OpenBody): string[] {
  const elements = body
    .all('script, style, svg, math, iframe, object, embed, base, link, meta, form, input, template')
    .map(({ tagName }) => tagName);
  const properties = body
    .all('*')
    .flatMap((element) => Object.entries(element.properties))
    .filter(
      ([name, value]) =>
        /^(?:on|style$|srcDoc$|name$|xLink|formAction$)/.test(name) ||
        (['href', 'src', 'cite'].includes(name) &&
          !/^(?:https?:|mailto:|[^:]*$)/.test(String(value))),
    )
    .map(([name]) => name);
  return [...elements, ...properties];
}

describe('raw HTML that is allowed stays in an article as it is', () => {
  test.each([
    '<p>H<sub>2</sub>O and x<sup>2</sup></p>',
    '<p><b>b</b><i>i</i><u>u</u><s>s</s><em>em</em><strong>strong</strong></p>',
    '<p><mark>m</mark><ins>i</ins><del>d</del><q>q</q><cite>c</cite><dfn>d</dfn></p>',
    '<p><code>c</code><kbd>k</kbd><samp>s</samp><var>v</var></p>',
    '<p>long<wbr>word<br>line</p>',
    '<p><abbr title="United Nations">UN</abbr></p>',
    '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>',
    '<p lang="ar" dir="rtl">غزة</p>',
    '<p dir="auto"><bdi>غزة</bdi> <span dir="ltr" lang="en">Gaza</span></p>',
    '<p><a href="about/" title="About">About</a></p>',
    '<p id="section-map">Map</p>',
    '<blockquote><p>Quoted.</p></blockquote>',
    '<details open><summary>More</summary>Text</details>',
    '<dl><dt>Term</dt><dd>Meaning</dd></dl>',
    '<ol start="3" reversed><li>Third</li></ol>',
    '<ul><li>Item</li></ul>',
    '<pre><code class="language-c++">x</code></pre>',
    '<pre><code class="language-föö;">x</code></pre>',
    '<figure><figcaption>Caption</figcaption></figure>',
    '<section>Text</section>',
    '<div lang="ar" dir="rtl"><p>غزة</p></div>',
    '<hr>',
  ])('%s', async (html) => {
    expect((await article(html)).html).toBe(html);
  });

  test('tables with caption, groups, spans and scopes', async () => {
    const table =
      '<table><caption>Ships</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead>' +
      '<tbody><tr><th scope="row">b</th><td rowspan="2">1</td></tr></tbody>' +
      '<tfoot><tr><td>2</td></tr></tfoot></table>';
    expect((await article(table)).html).toContain(table);
  });
});

describe.each(both)('%s', (_kind, open) => {
  test.each([
    'applet',
    'audio',
    'canvas',
    'form',
    'iframe',
    'math',
    'noembed',
    'noframes',
    'noscript',
    'object',
    'option',
    'portal',
    'script',
    'select',
    'style',
    'svg',
    'template',
    'textarea',
    'title',
    'video',
    'xmp',
  ])('loses <%s> with all that it holds', async (tag) => {
    for (const name of [tag, tag.toUpperCase()]) {
      const body = await open(`Before.\n\n<${name}>hidden()</${name}>\n\nAfter.`);
      expect(body.all(tag)).toEqual([]);
      expect(body.text).toMatch(/^Before\.\s+After\.$/);
    }
  });

  test.each(['base', 'embed', 'link', 'meta', 'frame', 'source', 'track', 'param', 'col'])(
    'loses <%s>',
    async (tag) => {
      const body = await open(`Before.\n\n<${tag} src="a/" href="b/" content="c">\n\nAfter.`);
      expect(body.all(tag)).toEqual([]);
      expect(body.html).not.toMatch(/a\/|b\//);
      expect(body.text).toMatch(/^Before\.\s+After\.$/);
    },
  );

  test.each([
    'article',
    'button',
    'center',
    'custom-element',
    'dialog',
    'font',
    'label',
    'marquee',
    'nav',
    'slot',
  ])('loses <%s> and keeps its text', async (tag) => {
    const body = await open(`<${tag} class="a">Text</${tag}>`);
    expect(body.all(tag)).toEqual([]);
    expect(body.text).toBe('Text');
  });

  test.each([
    'onclick',
    'onerror',
    'onload',
    'ONMOUSEOVER',
    'onfocus',
    'ontoggle',
    'onpointerrawupdate',
    'style',
    'class',
    'name',
    'is',
    'slot',
    'part',
    'hidden',
    'popover',
    'autofocus',
    'tabindex',
    'accesskey',
    'contenteditable',
    'draggable',
    'role',
    'aria-hidden',
    'aria-owns',
    'data-x',
    'itemprop',
    'xmlns',
    'background',
    'cite',
    'srcdoc',
    'target',
    'title',
    'id',
  ])('carries no %s that a writer gives to a paragraph', async (name) => {
    expect((await open(`<p ${name}="value">Text</p>`)).html).toBe('<p>Text</p>');
  });

  test.each(['target', 'rel', 'download', 'ping', 'rev', 'hreflang', 'type', 'onclick', 'id'])(
    'carries no %s that a writer gives to a link',
    async (name) => {
      const body = await open(`<a href="about/" ${name}="value">Text</a>`);
      expect(body.one('a').properties).toEqual({ href: 'about/' });
    },
  );

  test.each([
    '<a id=content>Text</a>',
    '<p id=comments>Text</p>',
    '<b id=section->Text</b>',
    '<b id="content section-x">Text</b>',
    '<b id="x-section-a">Text</b>',
    '<b id="footnote-label-2">Text</b>',
    '<b ID=Content>Text</b>',
  ])('gives no id to the page: %s', async (html) => {
    const body = await open(html);
    expect(body.all('[id]')).toEqual([]);
    expect(body.text).toBe('Text');
  });

  const payload = 'alert(1)';
  test.each([
    `javascript:${payload}`,
    `JavaScript:${payload}`,
    ` javascript:${payload}`,
    `&#9;javascript:${payload}`,
    `&#1;javascript:${payload}`,
    `&#x1f;javascript:${payload}`,
    `\u00a0javascript:${payload}`,
    `java&#9;script:${payload}`,
    `java&#10;script:${payload}`,
    `java&Tab;script:${payload}`,
    `java&NewLine;script:${payload}`,
    `java&#0;script:${payload}`,
    `&#106;avascript:${payload}`,
    `&#x6A;&#x61;vascript:${payload}`,
    `&#0000106;avascript:${payload}`,
    `javascript&colon;${payload}`,
    `javascript&#58;${payload}`,
    `javascript&#x3A;${payload}`,
    `javascript://example.org/%0a${payload}`,
    'vbscript:msgbox(1)',
    'VBSCRIPT:msgbox(1)',
    'data:text/html,<b>',
    'DATA:text/html;base64,PGI+',
    'blob:https://news.example/1',
    'file:///etc/passwd',
    'filesystem:https://news.example/a',
    'view-source:https://news.example/',
    'intent://example.org/',
    'ftp://example.org/',
    'tel:1',
    'x:y',
  ])('does not link to %s', async (href) => {
    const body = await open(`<a href="${href}">Text</a> and [text](<${href}>) and <${href}>`);
    expect(body.all('a').length).toBeGreaterThanOrEqual(1);
    expect(body.each('a', 'href').filter((value) => value !== undefined)).toEqual([]);
  });

  test.each([
    'https://example.org/a:b',
    'http://example.org/',
    'mailto:editor@example.org?subject=a',
    'about/',
    'a/javascript:b',
    '?javascript:b',
  ])('links to %s', async (href) => {
    expect((await open(`<a href="${href}">Text</a>`)).each('a', 'href')).toEqual([href]);
  });

  test.each([
    '<!-- comment -->',
    '<!-->',
    '<!DOCTYPE html>',
    '<?php echo 1 ?>',
    '<![CDATA[ data ]]>',
    '<!-- --!><b>',
  ])('holds no comment, doctype or instruction after %s', async (markup) => {
    const body = await open(`Before.\n\n${markup}\n\nAfter.`);
    expect(body.html).not.toMatch(/<[!?]/);
    expect(body.text).toMatch(/^Before\./);
  });

  test.each([
    '<script>alert(1)</script>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<script src=//example.org/x.js></script>',
    '<img src=x onerror=alert(1)>',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><style><img src=x onerror=alert(1)></style></svg>',
    '<svg><p><style><g title="</style><img src=x onerror=alert(1)>">',
    '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
    '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></iframe></foreignObject></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<textarea></textarea><img src=x onerror=alert(1)>',
    '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    '<title><p title="</title><img src=x onerror=alert(1)>">',
    '<plaintext><script>alert(1)</script>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<object data="javascript:alert(1)"><embed src="javascript:alert(1)"></object>',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    '<isindex action="javascript:alert(1)" type=image>',
    '<input type=image src=x onerror=alert(1)><input autofocus onfocus=alert(1)>',
    '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>',
    '<details open ontoggle=alert(1)><summary>x</summary></details>',
    '<meta http-equiv=refresh content="0;url=javascript:alert(1)"><base href=//example.org/>',
    '<link rel=stylesheet href=//example.org/x.css><style>@import "//example.org/x.css"</style>',
    '<marquee onstart=alert(1)><a><marquee><a href="javascript:alert(1)">x',
    '<table><tr><td background="javascript:alert(1)"><caption><select><style></select><img src=x onerror=alert(1)>',
    '<b <script>alert(1)</script>0',
    '<a href="&#0000106avascript:alert(1)">x</a>',
    '<a href="&#x6Aavascript&#x3A alert(1)">x</a>',
    '<a href="https://example.org/" "onclick=alert(1)">x</a>',
    '[x](<https://example.org/"onclick=alert(1)//>) ![x](./a.png"onerror="alert(1))',
    '[x](https://example.org/ "\\" onclick=\\"alert(1)") ![x"onerror="alert(1)](./a.png)',
    '```"><script>alert(1)</script>\nx\n```',
    '<body onload=alert(1)><html onclick=alert(1)><head><script>alert(1)</script></head>',
    '<picture><source srcset="//example.org/x.png"><img src=x srcset="javascript:alert(1) 1x"></picture>',
  ])('stays harmless with %j', async (markup) => {
    for (const markdown of [markup, `Text ${markup} text`, `- a\n\n  ${markup}`, `> ${markup}`]) {
      expect(dangers(await open(markdown)), markdown).toEqual([]);
    }
  });
});

describe('an article', () => {
  test.each([
    '<li>Text</li>',
    '<td>Text</td>',
    '<caption>Text</caption>',
    '<summary>Text</summary>',
  ])('keeps the text of %s, which is out of its place, without the tag', async (html) => {
    const body = await article(html);
    expect(body.text).toBe('Text');
    expect(body.all('li, td, caption, summary')).toEqual([]);
  });

  test.each([
    '<img name="x" src="./a.png" alt="Ships">',
    '<img id="content" src="./a.png" alt="Ships">',
    '<img srcset="b.png 2x" sizes="1px" src="./a.png" alt="Ships">',
    '<img usemap="#m" ismap longdesc="b/" crossorigin referrerpolicy="x" src="./a.png" alt="Ships">',
    '<img style="x" class="y" onerror="z" src="./a.png" alt="Ships">',
  ])('takes from %s only what a picture needs', async (html) => {
    expect(Object.keys((await article(html)).one('img').properties).sort()).toEqual([
      'alt',
      'decoding',
      'height',
      'loading',
      'src',
      'width',
    ]);
  });

  test('takes as class of code only the name of its language', async () => {
    const body = await article('<code class="language-js site-header">x</code>');
    expect(body.each('code', 'className')).toEqual([['language-js']]);
  });

  test('takes as classes of lists only those of tasks', async () => {
    const body = await article(
      '<ul class="contains-task-list menu"><li class="task-list-item menu">x</li></ul>',
    );
    expect(body.each('ul, li', 'className')).toEqual([['contains-task-list'], ['task-list-item']]);
  });

  test.each(['<input name=a value=b>', '<input type=password>', '<input type=checkbox checked>'])(
    'shows no field for %s',
    async (html) => {
      expect((await article(html)).all('input, [name], [value]')).toEqual([]);
    },
  );

  test('keeps only directions that there are', async () => {
    expect((await article('<p dir="sideways">Text</p>')).html).toBe('<p>Text</p>');
  });

  test.each(['http://example.org/a.png', 'javascript:alert(1)', 'data:image/png;base64,AA'])(
    'never shows the picture %s from where it is',
    async (src) => {
      const body = await article(`![Ships](${src})`);
      expect(body.html).not.toContain(src.slice(0, 5));
    },
  );
});

describe('a comment', () => {
  test.each([
    '<p>Text<br>text</p>',
    '<p><b>b</b><i>i</i><em>em</em><strong>strong</strong><s>s</s><del>d</del><code>c</code></p>',
    '<p lang="ar" dir="rtl">غزة</p>',
    '<blockquote><p>Quoted.</p></blockquote>',
    '<ul><li>Item</li></ul>',
    '<ol><li>Item</li></ol>',
    '<pre><code>x</code></pre>',
    '<p><a href="about/">About</a></p>',
  ])('may hold %s', async (html) => {
    expect((await comment(html)).html).toBe(html);
  });

  test.each([
    ['headings', '# Text', 'h1'],
    ['raw headings', '<h2>Text</h2>', 'h2'],
    ['tables', '<table><tr><td>Text</td></tr></table>', 'table, td'],
    ['figures', '<figure>Text</figure>', 'figure'],
    ['details', '<details><summary>Text</summary></details>', 'details, summary'],
    ['sections', '<section>Text</section>', 'section'],
    ['lines across', '---\n\nText', 'hr'],
    ['spans', '<span dir="rtl">Text</span>', 'span'],
    ['marks', '<mark>Text</mark>', 'mark'],
    ['raised text', '<sup>Text</sup>', 'sup'],
    ['definitions', '<dl><dt>Text</dt></dl>', 'dl, dt'],
    ['abbreviations', '<abbr title="x">Text</abbr>', 'abbr'],
  ])('has no %s; their text stays', async (_what, markdown, selector) => {
    const body = await comment(markdown);
    expect(body.all(selector)).toEqual([]);
    expect(body.text).toBe('Text');
  });

  test.each(['![Ships](./a.png)', '<img src="./a.png">', '[![Ships](./a.png)](about/)'])(
    'shows no picture for %s',
    async (markdown) => {
      expect((await comment(`Text ${markdown}`)).all('img, figure')).toEqual([]);
    },
  );

  test.each(['section-map', 'note-fn-1', 'note-fnref-1', 'footnote-label'])(
    'cannot have the id %s of the article above it',
    async (id) => {
      expect((await comment(`<p id="${id}">Text</p>`)).html).toBe('<p>Text</p>');
    },
  );

  test('gives no titles to links and no classes to code', async () => {
    const body = await comment('[About](about/ "Title")\n\n```js\nx\n```');
    expect(body.one('a').properties).toEqual({ href: 'about/' });
    expect(body.one('code').properties).toEqual({});
  });
});
