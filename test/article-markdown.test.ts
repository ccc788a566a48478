/** What stands in the built sites for programs: each article as Markdown, and llms.txt. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { wordsOf } from '#i18n/strings.ts';
import { blocksMarkdown } from '#lib/markdown-blocks.ts';
import { treeOf } from '#lib/cleaned-tree.ts';
import { articleRenderer } from '#markdown/processor.ts';
import { editions } from '#site.ts';
import { payloads } from './payloads.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const { launch, fixture, below } = inject('sites');
const read = (site: string, file: string): string => readFileSync(join(site, file), 'utf8');

const markdown = unified().use(remarkParse).use(remarkGfm);

/** Tags that a reader of the Markdown might pass on. */
function htmlIn(text: string): string[] {
  const found: string[] = [];
  visit(markdown.parse(text), 'html', ({ value }) => void found.push(value));
  return found;
}

describe.each([
  ['the site itself', launch, 'https://gaza-palestine-news.example/'],
  ['the fixture below a path', below, 'https://example.org/news/'],
])('in %s', (_name, site, address) => {
  const articles = pagesOf(site)
    .filter((file) => /^(?:ar\/)?articles\//.test(file))
    .filter((file) => !read(site, file).includes('http-equiv="refresh"'));

  test('each article is announced, and stands, as Markdown beside its page', () => {
    expect(articles.length).toBeGreaterThan(10);
    for (const file of articles) {
      const beside = file.replace('/index.html', '.md');
      const page = new OpenPage(site, `/${file}`);
      expect(page.attribute('link[type="text/markdown"]', 'href')).toBe(address + beside);
      expect(read(site, beside), beside).toMatch(/^---\ntitle: /);
    }
    const files = filesOf(site).filter((file) => file.endsWith('.md'));
    expect(files).toHaveLength(articles.length);
  });

  test('every address in one is whole, and every picture is there', () => {
    for (const file of articles) {
      const text = read(site, file.replace('/index.html', '.md'));
      visit(markdown.parse(text), (node) => {
        if (node.type !== 'link' && node.type !== 'image') return;
        expect(node.url, file).toMatch(/^(?:https?:\/\/|mailto:)/);
        if (node.type === 'image') {
          expect(existsSync(join(site, node.url.slice(address.length))), node.url).toBe(true);
        }
      });
    }
  });

  test('llms.txt names pages and files that are there', () => {
    const text = read(site, 'llms.txt');
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      expect(link.startsWith(address), link).toBe(true);
      const file = decodeURIComponent(link.slice(address.length)).replace(
        /(?:^|\/)$/,
        '$&index.html',
      );
      expect(existsSync(join(site, file)), link).toBe(true);
    }
  });
});

describe('an article as Markdown', () => {
  const text = read(fixture, 'articles/everything.md');
  const [, front = '', body = ''] = text.split(/^---\n/m);

  test('has the fields that readers see', () => {
    expect(parse(front)).toMatchObject({
      title: 'A harbour, a <market> & 3 "bridges"',
      url: 'https://gaza-palestine-news.example/articles/everything/',
      authors: ['Ada Test', 'Ben Test'],
      categories: ['Palestine News', 'World'],
      publishedAt: '2024-07-08T23:30:00Z',
      updatedAt: '2024-07-10T05:00:00Z',
      corrections: [{ kind: 'clarification' }, { kind: 'correction' }],
      sources: [{ title: 'Harbour register', archivedAt: 'https://archive.example.com/register' }],
    });
    expect(Object.keys(parse(front) as object)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:draft|featured|comments|redirectFrom)$/)]),
    );
  });

  test('has its text, its table, its tasks, its code and its notes', () => {
    for (const part of [
      '# A harbour, a \\<market> & 3 "bridges"',
      '## Ships',
      '| 2024 | 5 |',
      '- [x] counted',
      '```js\nconst ships = 5;',
      '[^1]: Counted at **noon**.',
      '> A quotation.',
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toMatch(/owned|onclick|iframe|alert/);
  });
});

const [edition] = editions;
if (!edition) throw new Error('There is no edition.');
const render = articleRenderer({
  siteUrl: new URL('https://example.org/'),
  words: wordsOf(edition),
});
const everyPicture = () =>
  Promise.resolve({ src: '/pictures/x.png', width: 4, height: 3, sources: [] });

test('no payload comes out as HTML, but for tags without attributes that only change letters', async () => {
  const found: string[] = [];
  for (const payload of payloads) {
    for (const body of [payload, `Text ${payload} text`]) {
      const text = blocksMarkdown(treeOf(await render(body, everyPicture)));
      const tags = htmlIn(text).filter((tag) => !/^<\/?(?:strong|em|del|sub|sup)>$/.test(tag));
      if (tags.length > 0) found.push(`${payload}: ${tags.join(' ')}`);
    }
  }
  expect(found).toEqual([]);
});
