import { defineConfig } from 'astro/config';
import { collectionsAtRenderTime } from '#build/collections.ts';
import { devPictures } from '#build/dev-pictures.ts';
import { devProblems } from '#build/dev-problems.ts';
import { devSearch } from '#build/dev-search.ts';
import { longhandStyles } from '#build/longhands.ts';
import { words } from '#i18n/words/en.ts';
import { astroMarkdown } from '#markdown/astro-processor.ts';
import { settings } from '#settings.ts';

export default defineConfig({
  site: settings.siteUrl.origin,
  base: settings.siteUrl.pathname,
  // The one combination in which links, canonical addresses and redirects agree.
  trailingSlash: 'always',
  build: {
    format: 'directory',
    // A page needs no second round trip before its text can be painted: docs/decisions/0004.
    inlineStylesheets: 'always',
  },
  // Scripts are files of their own, however small: a page's policy allows no others.
  vite: {
    // Styles are written for telephones of 2018 too: docs/decisions/0011.
    css: { postcss: { plugins: [longhandStyles] } },
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome69', 'firefox66', 'safari12.1', 'ios12.2'],
    },
  },
  integrations: [devPictures(), devProblems(), devSearch(), collectionsAtRenderTime()],
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  server: { port: 4321 },
  // Articles go through the same processor in src/build/; this guards any Markdown that Astro itself meets.
  markdown: {
    processor: astroMarkdown({ siteUrl: settings.siteUrl, words }),
    syntaxHighlight: false,
  },
});
