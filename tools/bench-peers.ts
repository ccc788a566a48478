/** This site and other generators, given the same archive: articles, and lists of twenty by category, topic and author. */
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { editions, site } from '#site.ts';
import { astroFiles } from './bench-astro.ts';
import { eleventyFiles } from './bench-eleventy.ts';
import { hugoFiles } from './bench-hugo.ts';
import { type Bench, writeFiles } from './bench-place.ts';

export interface Peer {
  readonly name: string;
  /** Writes its configuration and templates, and says how it builds the archive into a folder. */
  readonly prepare: (bench: Bench) => Promise<readonly string[]>;
  /** Folders in which it keeps what the next build can use. */
  readonly caches: (bench: Bench) => readonly string[];
  /** Where the page of an article stands in its site. */
  readonly article: RegExp;
  /** Where a page of a list stands; the first pages of some generators stand twice. */
  readonly list: RegExp;
}

export const ownCaches = ['site', 'pictures'].map((name) => join('node_modules', '.cache', name));

const folders = editions.map(({ folder }) => folder).filter(Boolean);
const edition = `(?:(?:${folders.join('|')})/)?`;

export const ours: Peer = {
  name: 'this site',
  caches: () => ownCaches,
  // As `npm run build` does.
  prepare: ({ site: to }) =>
    Promise.resolve([process.execPath, 'tools/with-node.mjs', 'tools/build.ts', '--outDir', to]),
  article: new RegExp(`^${edition}articles/story-\\d+/index\\.html$`),
  list: new RegExp(
    `^${edition}(?:[a-z]+-news|world|(?:topics|authors)/[^/]+)(?:/\\d+)?/index\\.html$`,
  ),
};

/** Debian's package, or any `hugo` on the path. */
export const hugo: Peer = {
  name: 'Hugo',
  caches: ({ work }) => [join(work, 'resources')],
  prepare: async (bench) => {
    await writeFiles(bench.work, hugoFiles(bench, editions, site.articlesPerPage));
    return ['hugo', '--source', bench.work, '--destination', bench.site, '--quiet'];
  },
  article: new RegExp(`^${edition}(?:\\d+/)?story-\\d+/index\\.html$`),
  list: new RegExp(
    `^${edition}(?:categories|topics|authors)/[^/]+(?:/page/(?!1/)\\d+)?/index\\.html$`,
  ),
};

/** Installed from npm into the bench's own folder. */
export const eleventy: Peer = {
  name: 'Eleventy',
  caches: ({ work }) => [join(work, '.cache')],
  prepare: async (bench) => {
    await writeFiles(bench.work, eleventyFiles(bench, editions, site.articlesPerPage));
    return [
      'npx',
      '--yes',
      '@11ty/eleventy@3.1.8',
      `--config=${join(bench.work, 'eleventy.config.js')}`,
    ];
  },
  article: /^\w\w\/(?:\d+\/)?story-\d+\/index\.html$/,
  list: /^lists\/.+\/index\.html$/,
};

/** The Astro that this project has, as its manual shows it, with a sanitizer. */
export const astro: Peer = {
  name: 'stock Astro',
  caches: ({ work }) => [join(work, 'cache'), join(work, '.astro')],
  prepare: async (bench) => {
    await writeFiles(bench.work, astroFiles(bench, editions, site.articlesPerPage));
    await symlink(resolve('node_modules'), join(bench.work, 'node_modules'));
    return [
      process.execPath,
      'node_modules/astro/bin/astro.mjs',
      'build',
      '--root',
      bench.work,
      '--silent',
    ];
  },
  article: /^articles\/\w\w\/(?:\d+\/)?story-\d+\/index\.html$/,
  list: /^lists\/.+\/index\.html$/,
};
