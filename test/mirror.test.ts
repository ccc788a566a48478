/** A mirror: its own links, the site's addresses, and a word about itself. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runBuild } from './build-site.ts';
import { OpenPage, pagesOf } from './site-files.ts';

const main = 'https://example.org/news/';
let folder: string;
let site: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mirror-'));
  site = join(folder, 'site');
  const content = join(folder, 'content');
  await cp(join(import.meta.dirname, '..', 'content'), content, { recursive: true });
  const { code, output } = await runBuild(site, {
    CONTENT_DIR: content,
    SITE_URL: main,
    MIRROR_URL: 'https://mirror.example/copy/',
    MIRROR_SINCE: '2024-07-08',
  });
  if (code !== 0) throw new Error(output);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('every page names its address on the site itself, and links within the mirror', () => {
  for (const file of pagesOf(site)) {
    const page = new OpenPage(site, `/${file}`);
    for (const { properties } of page.all('link[rel=canonical]'))
      expect(String(properties.href), file).toMatch(/^https:\/\/example\.org\/news\//);
    for (const { properties } of page.all('a[href^="/"], [src^="/"]'))
      expect(String(properties.href ?? properties.src), file).toMatch(/^\/copy\//);
  }
});

test.each([
  ['/', 'This is a mirror. The site itself stands at https://example.org/news/'],
  ['/text/', 'This is a mirror. The site itself stands at https://example.org/news/'],
  ['/ar/', 'هذا موقع بديل. أما الموقع الأصلي فعنوانه https://example.org/news/ar/'],
])('%s says that it is a mirror, and since when', (address, words) => {
  const page = new OpenPage(site, address);
  expect(page.texts('footer p').join(' ')).toContain(words);
  expect(page.attribute('footer time', 'dateTime')).toBe('2024-07-08');
});

test('what stands in the feeds and the sitemap are the addresses of the site itself', () => {
  for (const file of ['rss.xml', 'atom.xml', 'feed.json', 'sitemap-en.xml', 'robots.txt']) {
    const text = readFileSync(join(site, file), 'utf8');
    expect(text, file).toContain(main);
    expect(text, file).not.toContain('mirror.example');
  }
});

test('the record of the build names both', () => {
  expect(JSON.parse(readFileSync(join(site, 'build.json'), 'utf8'))).toMatchObject({
    site: main,
    address: 'https://mirror.example/copy/',
  });
});
