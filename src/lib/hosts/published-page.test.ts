import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { areaOf, pageSays, pathOfFile, policyOfPage, targetOfPage } from './published-page.ts';

test.each([
  ['index.html', '/'],
  ['ar/index.html', '/ar/'],
  ['404.html', '/404.html'],
  ['ar/404.html', '/ar/404.html'],
  ['rss.xml', '/rss.xml'],
  ['articles/ships/index.html', '/articles/*'],
  ['world/index.html', '/world/*'],
  ['world/rss.xml', '/world/*'],
  ['ar/world/2/index.html', '/ar/world/*'],
  ['archive/2024/07/index.html', '/archive/*'],
])('%s belongs to %s', (file, area) => {
  expect(areaOf(file, ['', 'ar'])).toBe(area);
});

test('a page says which policy it has and where it leads', () => {
  const html =
    '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="form-action https://a.example/?a&amp;b"><meta http-equiv="refresh" content="0; url=/articles/ships/">';
  expect(policyOfPage(html)).toBe('form-action https://a.example/?a&b');
  expect(targetOfPage(html)).toBe('/articles/ships/');
  expect(targetOfPage('<p>http-equiv="refresh"</p>')).toBeUndefined();
});

test('a file is asked for by its path, the page of a folder by the folder', () => {
  expect(pathOfFile('/news/', 'topics/غزة/index.html')).toBe(
    `/news/topics/${encodeURIComponent('غزة')}/`,
  );
  expect(pathOfFile('/', 'index.html')).toBe('/');
  expect(pathOfFile('/', 'feed.json')).toBe('/feed.json');
});

test('what is kept of many pages does not keep the pages', () => {
  setFlagsFromString('--expose-gc');
  const clear = runInNewContext('gc') as () => void;
  const policy = "default-src 'none'; img-src 'self'";
  const page = (): string =>
    Buffer.from(
      `<meta http-equiv="content-security-policy" content="${policy}">`.padEnd(200_000),
    ).toString();
  clear();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 200 }, () => pageSays(page()));
  clear();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
  expect(kept.at(-1)).toEqual({ policy, movedTo: undefined });
});
