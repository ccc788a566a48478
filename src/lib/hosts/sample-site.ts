import type { PublishedSite } from './rules.ts';

const page = (more: string): string =>
  `default-src 'none'; style-src 'sha256-${more}='; img-src 'self'; form-action 'none'`;

/** A small site, for tests. */
export const sampleSite = (changes: Partial<PublishedSite> = {}): PublishedSite => ({
  base: '/',
  isSecure: true,
  strictTransport: 'max-age=63072000',
  folders: ['', 'ar'],
  policies: new Map([
    ['/', new Set([page('home')])],
    ['/ar/', new Set([page('home')])],
    ['/articles/*', new Set([page('story'), page('moved')])],
    ['/world/*', new Set([page('list'), "default-src 'none'; style-src 'self'"])],
    ['/ar/search/*', new Set([`${page('search')}; script-src 'self' 'wasm-unsafe-eval'`])],
    ['/rss.xml', new Set(["default-src 'none'; style-src 'self'"])],
  ]),
  redirects: [{ from: '/articles/old.news/', to: '/articles/news/' }],
  ...changes,
});

/** A path of each kind. */
export const samplePaths: readonly string[] = [
  '/',
  '/ar/',
  '/no-such-page/',
  '/articles/ships/',
  '/world/',
  '/world/2/',
  '/world/rss.xml',
  '/ar/world/atom.xml',
  '/ar/search/',
  '/ar/search/pagefind/pagefind.js',
  '/ar/search/pagefind/fragment/ar_1.pf_fragment',
  '/ar/search/pagefind/2023/index/ar_1.pf_index',
  '/rss.xml',
  '/feed.json',
  '/_astro/share.abc.js',
  '/pictures/harbour.abc.svg',
  '/cards/en/ships.abc.png',
  '/sw.js',
  '/sitemap.xml',
];
