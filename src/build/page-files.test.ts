import { expect, test } from 'vitest';
import { fileOfPage } from './page-files.ts';

test.each([
  ['/', 'src/pages/[...edition]/index.astro', 'page', 'index.html'],
  ['/ar/topics/', 'src/pages/[...edition]/topics/index.astro', 'page', 'ar/topics/index.html'],
  ['/feed.json', 'src/pages/feed.json.ts', 'endpoint', 'feed.json'],
  ['/404/', 'src/pages/404.astro', 'page', '404.html'],
  ['/ar/404/', 'src/pages/[...edition]/404.astro', 'page', 'ar/404.html'],
  [
    '/world/404/',
    'src/pages/[...edition]/[category]/[...page].astro',
    'page',
    'world/404/index.html',
  ],
  [
    '/topics/404/',
    'src/pages/[...edition]/topics/[topic]/[...page].astro',
    'page',
    'topics/404/index.html',
  ],
])('%s of %s is %s %s', (pathname, component, type, file) => {
  expect(fileOfPage(pathname, { component, type })).toBe(file);
});
