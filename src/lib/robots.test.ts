import { expect, test } from 'vitest';
import { robots } from './robots.ts';

test('everything may be read, and both sitemaps are named by their whole addresses', () => {
  expect(robots().split('\n')).toEqual([
    'User-agent: *',
    'Allow: /',
    '',
    'Sitemap: https://gaza-palestine-news.example/sitemap.xml',
    'Sitemap: https://gaza-palestine-news.example/news-sitemap.xml',
    '',
  ]);
});
