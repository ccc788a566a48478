/** Whatever a stranger writes, and wherever it is pasted, is shown or dropped, and never run. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '#i18n/strings.ts';
import { articleRenderer, commentRenderer } from '#markdown/processor.ts';
import { editions } from '#site.ts';
import { runBuild } from './build-site.ts';
import { dangersIn } from './danger.ts';
import {
  bodiesOf,
  refusals,
  type Refusals,
  type Shown,
  siteUrl,
  writeHostileContent,
} from './hostile-content.ts';
import { texts } from './hostile-fields.ts';
import { dataOfType, microformatsOf } from './machine-data.ts';
import { payloads } from './payloads.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';
import { watchPages } from './watch-pages.ts';
import { OpenXml, schemaErrors } from './xml-files.ts';

const [edition] = editions;
if (!edition) throw new Error('There is no edition.');
const options = { siteUrl: new URL(siteUrl), words: wordsOf(edition) };
const renderArticle = articleRenderer(options);
const renderComment = commentRenderer(options);

/** The worst that could be: every picture is found. */
const everyPicture = () =>
  Promise.resolve({ src: '/pictures/x.png', width: 4, height: 3, sources: [] });

const dangersOf = (html: string): string[] =>
  dangersIn(fromHtml(`<div class="prose">${html}</div>`, { fragment: true }), siteUrl);

test('there are hundreds of payloads, and every field takes many of them', () => {
  expect(payloads.length).toBeGreaterThan(600);
  for (const [field, values] of Object.entries(texts)) {
    const taken = payloads.filter((payload) => values.some((value) => value.includes(payload)));
    expect([field, taken.length > 150]).toEqual([field, true]);
  }
});

describe.each(payloads.map((payload) => [payload]))('%j', (payload) => {
  test('is harmless in an article', async () => {
    expect(dangersOf(await renderArticle(payload))).toEqual([]);
    expect(dangersOf(await renderArticle(payload, everyPicture))).toEqual([]);
    expect(dangersOf(await renderArticle(`Text ${payload} text`, everyPicture))).toEqual([]);
  });

  test('is harmless in a comment', async () => {
    expect(dangersOf(await renderComment(payload))).toEqual([]);
    expect(dangersOf(await renderComment(`Text ${payload} text`))).toEqual([]);
  });
});

describe('in a built site', () => {
  let folder: string;
  let site: string;
  let refused: Refusals;
  let shown: Shown;

  beforeAll(async () => {
    const cache = join(import.meta.dirname, '..', 'node_modules', '.cache');
    await mkdir(cache, { recursive: true });
    folder = await mkdtemp(join(cache, 'hostile-'));
    refused = await refusals(join(folder, 'alone'));
    const bodies = payloads.filter((payload) => !refused.inBody.has(payload));
    shown = await writeHostileContent(
      join(folder, 'content'),
      await bodiesOf(bodies, renderArticle),
      payloads.filter((payload) => !refused.inComment.has(payload)),
    );
    site = join(folder, 'site');
    const { code, output } = await runBuild(site, {
      CONTENT_DIR: join(folder, 'content'),
      SITE_URL: siteUrl,
      SOURCE_DATE_EPOCH: '1725192000',
    });
    if (code !== 0) throw new Error(output);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const opened = new Map<string, Promise<Root>>();

  /** Each page is parsed once. */
  function open(page: string): Promise<Root> {
    const tree =
      opened.get(page) ?? readFile(join(site, page), 'utf8').then((html) => fromHtml(html));
    opened.set(page, tree);
    return tree;
  }

  const isRedirect = (page: string): boolean => /[\\/]old-h\d+[\\/]/.test(page);

  test('most payloads stand in bodies; the others are refused with a message', () => {
    expect(payloads.length - refused.inBody.size).toBeGreaterThan(500);
    expect(payloads.length - refused.inComment.size).toBeGreaterThan(450);
    for (const message of [...refused.inBody.values(), ...refused.inComment.values()]) {
      expect(message).toMatch(/\. [A-Z].*\.$/);
    }
  });

  test.concurrent('no page holds what could run, load or lead astray', async () => {
    const found: string[] = [];
    // The page for when there is no network has buttons, and no text of anybody.
    for (const page of pagesOf(site).filter((file) => !file.endsWith('offline/index.html'))) {
      const dangers = dangersIn(await open(page), siteUrl, isRedirect(page));
      found.push(...dangers.map((danger) => `${page}: ${danger}`));
    }
    expect(found).toEqual([]);
  });

  test('feeds and sitemaps can be read, and hold nothing that could run', () => {
    const files = filesOf(site).filter((file) => file.endsWith('.xml'));
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) =>
      new OpenXml(site, file)
        .texts('//content:encoded | //atom:content | /rss//description')
        .flatMap((html) => dangersIn(fromHtml(html, { fragment: true }), siteUrl))
        .map((danger) => `${file}: ${danger}`),
    );
    expect(found).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('atom.xml'))) {
      expect(schemaErrors(new OpenXml(site, file), 'atom'), file).toBe('');
    }
  });

  test.concurrent('every field shows its text as it was written', async () => {
    const lost: string[] = [];
    for (const [page, expected] of shown) {
      const read = readable(await open(page));
      for (const text of expected) {
        if (!read.includes(plain(text))) lost.push(`${page}: ${text}`);
      }
    }
    expect(lost).toEqual([]);
  });

  test('machines are told the same', () => {
    for (const name of pagesOf(site).filter((file) =>
      /^(?:ar[\\/])?articles[\\/]h\d+/.test(file),
    )) {
      const page = new OpenPage(site, `/${name}`);
      const headline = page.text('h1');
      expect(plainly(dataOfType(page, 'NewsArticle')['headline'])).toBe(headline);
      const [entry, ...others] = microformatsOf(page);
      expect(others, name).toEqual([]);
      expect(entry?.properties['name']?.map(plainly), name).toEqual([headline]);
      expect(entry?.properties['comment'] ?? [], name).toHaveLength(
        page.all('li[id^=comment-]').length,
      );
      expect(entry?.children ?? [], name).toHaveLength(page.all('main section article').length);
    }
  });

  test.concurrent('Chromium runs nothing, asks nobody else and reports no error', async () => {
    const pages = pagesOf(site).filter((page) => !isRedirect(page));
    expect(pages.length).toBeGreaterThan(shown.size);
    expect(await watchPages(site, pages)).toEqual([]);
  });

  test('the watch itself sees a page that runs, loads or logs', async () => {
    const pages = {
      'alert.html': '<script>alert(1)</script>',
      'handler.html': '<img src="/none.png" onerror="confirm(1)">',
      'eval.html': '<script>eval("1")</script>',
      'foreign.html': '<img src="https://evil.example/x.png">',
    };
    const control = join(folder, 'control');
    await mkdir(control);
    await writeFile(join(control, '404.html'), '');
    for (const [page, html] of Object.entries(pages)) await writeFile(join(control, page), html);
    const findings = await watchPages(control, Object.keys(pages));
    for (const [page, html] of Object.entries(pages)) {
      expect(findings.join('\n')).toContain(page);
      expect(dangersIn(fromHtml(html), siteUrl)).not.toEqual([]);
    }
  });
});

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const plainly = (value: unknown): unknown => (typeof value === 'string' ? plain(value) : value);

/** What people read, and what browsers and others read out: words for pictures, descriptions. */
function readable(tree: Root): string {
  const parts: string[] = [];
  visit(tree, 'element', (node) => {
    const { alt, content } = node.properties;
    parts.push(...[alt, content].filter((text) => typeof text === 'string'));
    if (node.tagName === 'title' || node.tagName === 'body')
      parts.push(toString(withoutData(node)));
  });
  return plain(parts.join('\n'));
}

/** The data block repeats what people read: it must not stand in for it. */
const withoutData = (body: Element): Element => ({
  ...body,
  children: body.children.filter((child) => !('tagName' in child) || child.tagName !== 'script'),
});
