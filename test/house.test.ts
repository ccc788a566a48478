/** The rules of docs/house.md that can be read off the files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const sources: SourceFile[] = ['src', 'tools', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name}`,
    ),
  )
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:ts|astro|css)$/.test(path))
  // This file quotes what it forbids.
  .filter((path) => path !== 'test/house.test.ts')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

/** What a file in a folder may import, besides its own folder. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'site.ts': [],
  markdown: ['lib'],
  'settings.ts': ['site.ts'],
  browser: [],
  lib: ['site.ts', 'settings.ts'],
  i18n: ['site.ts', 'lib'],
  data: ['site.ts', 'lib', 'build'],
  client: ['site.ts', 'lib'],
  components: ['site.ts', 'lib', 'i18n', 'client'],
  layouts: ['site.ts', 'lib', 'i18n', 'components', 'client', 'styles'],
  pages: ['site.ts', 'settings.ts', 'lib', 'i18n', 'data', 'components', 'layouts', 'worker'],
  'content.config.ts': ['data/schema.ts', 'build', 'markdown'],
  build: ['site.ts', 'settings.ts', 'lib', 'i18n', 'data/schema.ts', 'markdown'],
  tools: ['site.ts', 'settings.ts', 'lib', 'build', 'browser', 'data/schema.ts'],
  test: [
    'site.ts',
    'settings.ts',
    'lib',
    'i18n',
    'build',
    'browser',
    'data/schema.ts',
    'markdown',
    'components',
  ],
};

const folderOf = (path: string): string => path.replace(/^src\//, '').split('/')[0] ?? '';

test('imports follow the table', () => {
  const wrong = sources.flatMap(({ path, text }) => {
    const own = folderOf(path);
    const may = allowed[own] ?? [];
    return (
      [...text.matchAll(/from '#([^']+)'|import '#([^']+)'/g)]
        .map(([, from, bare]) => from ?? bare ?? '')
        .filter((target) => folderOf(target) !== own)
        .filter((target) => !may.includes(folderOf(target)) && !may.includes(target))
        // A test may show how its folder's code works with what others give it.
        .filter(() => !path.endsWith('.test.ts') || own === 'test')
        .map((target) => `${path} imports ${target}`)
    );
  });
  expect(wrong).toEqual([]);
});

test('every folder with code has a row in the table', () => {
  const folders = new Set(
    sources
      .map(({ path }) => folderOf(path))
      .filter((name) => name !== 'styles' && !name.endsWith('.test.ts')),
  );
  expect([...folders].filter((name) => !(name in allowed))).toEqual([]);
});

test('pages know of the time what lib/clock.ts tells, by which builds see whether they must be made', () => {
  const askers = sources
    .filter(({ path }) => path.startsWith('src/') && !/^src\/(?:build\/|lib\/clock\.ts)/.test(path))
    .filter(({ text }) => /settings\.now|new Date\(\)|Date\.now/.test(text))
    .map(({ path }) => path);
  // It reads the clock from the environment.
  expect(askers).toEqual(['src/settings.ts']);
});

/** Reads whose outcome is told by a digest in what they are given. */
const byDigest = [
  'getBody',
  'getCardPicture',
  'getCarriedFile',
  'getFeed',
  'getPicture',
  'getSearchRecords',
];

/** The code of a page, without what stands in `getStaticPaths`. */
const outsideOfPaths = (text: string): string =>
  text.replace(/^export const getStaticPaths =[\s\S]*?;\n(?=\n|---)/m, '');

test('a page is given all that it shows: what it reads by itself, a later build would not miss', () => {
  const pages = sources.filter(({ path }) => path.startsWith('src/pages/'));
  const wrong = pages
    // A page without paths is made each time.
    .filter(({ text }) => text.includes('getStaticPaths'))
    .flatMap(({ path, text }) => {
      const imports = text.matchAll(/import \{([^}]*)\} from '#(?:data\/[^']+|settings\.ts)'/g);
      const names = [...imports]
        .flatMap(([, list = '']) => list.split(','))
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type ') && !byDigest.includes(name));
      const rest = outsideOfPaths(text).replaceAll(/^import [\s\S]*?;$/gm, '');
      return names
        .filter((name) => new RegExp(`\\b${name}\\b`).test(rest))
        .map((name) => `${path}: ${name}`);
    });
  expect(pages.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

/** Where code quotes what the site must refuse. */
const hostile = /\.test\.ts$|^test\/payloads\//;

/** Words that may stand in some files only. */
const places: [word: string, pattern: RegExp, only: RegExp][] = [
  [
    'astro:content',
    /'astro:content'/,
    /^src\/(?:content\.config\.ts|data\/)|^tools\/(?:bench-astro|reader-templates)\.ts$/,
  ],
  ['set:html', /set:html/, /^src\/components\/(?:CleanedHtml|JsonLd)\.astro$/],
  ['node:', /from 'node:/, /^(?:src\/(?:browser|build)|tools|test)\/|\.test\.ts$/],
  ['../', /from '\.\.\//, /^$/],
  ['style=', /\sstyle=/, hostile],
  ['is:inline', /is:inline/, hostile],
  ['a typed-in address', /(?:href|src|action)=(?:"\/|\{`\/)/, hostile],
];

test.each(places)('%s stands only where it may', (_word, pattern, only) => {
  const wrong = sources.filter(({ path, text }) => pattern.test(text) && !only.test(path));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('styles say start and end, never left and right', () => {
  const physical =
    /(?:^|[\s;{-])(?:left|right)\s*[:;]|(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)/m;
  const wrong = sources.filter(({ path, text }) => {
    const css = path.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
    return physical.test(css);
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('a file has at most 200 lines, a page at most 60; tests and lists of words may be longer', () => {
  const wrong = sources.filter(({ path, text }) => {
    const most = path.startsWith('src/pages/') ? 60 : 200;
    return !/\.test\.ts$|^src\/i18n\//.test(path) && text.trimEnd().split('\n').length > most;
  });
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('names are PascalCase for components, kebab-case for code, and never empty of meaning', () => {
  const wrong = sources
    .map(({ path }) => path)
    .filter((path) => {
      const name = path.split('/').at(-1) ?? '';
      if (path.startsWith('src/pages/')) return false;
      if (/^(?:index|utils|helpers|types)\.ts$/.test(name)) return true;
      return !(
        name.endsWith('.astro')
          ? /^[A-Z][A-Za-z]+\.astro$/
          : /^[a-z]+(?:-[a-z]+)*(?:\.(?:test|config))?\.(?:ts|css)$/
      ).test(name);
    });
  expect(wrong).toEqual([]);
});
