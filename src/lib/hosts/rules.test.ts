import { describe, expect, test } from 'vitest';
import { apacheFile } from './apache.ts';
import { caddySnippet } from './caddy.ts';
import { headersFile, redirectsFile } from './headers-file.ts';
import { nginxMaps, nginxServer } from './nginx.ts';
import { lastingPolicy } from './policy.ts';
import { headersFor, matchPattern, type Rule, siteRules, usualCache } from './rules.ts';
import { samplePaths, sampleSite } from './sample-site.ts';

const csp = 'Content-Security-Policy';
const cache = 'Cache-Control';
const rules = siteRules(sampleSite());

test('no two rules give the same header to a path', () => {
  for (const path of samplePaths) {
    const names = rules
      .filter(({ match }) => new RegExp(matchPattern(match)).test(path))
      .flatMap(({ headers }) => Object.keys(headers));
    expect(names, path).toEqual([...new Set(names)]);
  }
});

test('only names that change with what is in the file may be kept without asking', () => {
  const kept = samplePaths.filter((path) => headersFor(rules, path)[cache]?.includes('immutable'));
  expect(kept).toEqual([
    '/ar/search/pagefind/fragment/ar_1.pf_fragment',
    '/ar/search/pagefind/2023/index/ar_1.pf_index',
    '/_astro/share.abc.js',
    '/pictures/harbour.abc.svg',
    '/cards/en/ships.abc.png',
  ]);
});

test.each([
  ['/world/rss.xml', 'public, max-age=300'],
  ['/feed.json', 'public, max-age=300'],
  ['/articles/ships/', usualCache],
  ['/ar/search/pagefind/pagefind.js', usualCache],
  ['/sw.js', usualCache],
  ['/no-such-page/', usualCache],
])('%s is kept as long as "%s" says', (path, expected) => {
  expect(headersFor(rules, path)[cache]).toBe(expected);
});

test('WebAssembly is allowed where the search is, and nothing unsafe anywhere else', () => {
  const allowing = samplePaths.filter((path) => headersFor(rules, path)[csp]?.includes('unsafe'));
  expect(allowing).toEqual(samplePaths.filter((path) => path.startsWith('/ar/search/')));
  expect(headersFor(rules, '/ar/search/')[csp]).toContain("'wasm-unsafe-eval'");
});

test('pictures and cards may be shown elsewhere, pages may not', () => {
  const name = 'Cross-Origin-Resource-Policy';
  expect(headersFor(rules, '/pictures/harbour.abc.svg')[name]).toBe('cross-origin');
  expect(headersFor(rules, '/articles/ships/')[name]).toBe('same-origin');
});

test('https is asked for only where the address has it', () => {
  const name = 'Strict-Transport-Security';
  expect(headersFor(rules, '/')[name]).toBe('max-age=63072000');
  expect(headersFor(siteRules(sampleSite({ isSecure: false })), '/')[name]).toBeUndefined();
});

test('a site below a path has rules for that path alone', () => {
  const below = siteRules(sampleSite({ base: '/news/' }));
  expect(below.every(({ match }) => match.startsWith('/news/'))).toBe(true);
  expect(headersFor(below, '/news/articles/ships/')[csp]).toBe(
    headersFor(rules, '/articles/ships/')[csp],
  );
  expect(headersFor(below, '/other/')).toEqual({ [cache]: usualCache });
});

describe('each host is told the same', () => {
  const site = sampleSite({ base: '/news/' });
  const expected = (path: string): Record<string, string> => ({
    ...headersFor(siteRules(site), path),
  });
  const lasting = (path: string): Record<string, string> => {
    const headers = expected(path);
    return csp in headers ? { ...headers, [csp]: lastingPolicy(headers[csp] ?? '') } : headers;
  };
  const paths = samplePaths.map((path) => `/news${path}`);
  const plain = (text: string): string => text.replaceAll(/\\(["\\])/g, '$1');

  test('_headers, whose hosts add the usual lifetime themselves', () => {
    const read: Rule[] = headersFile(site)
      .split('\n\n')
      .map((block) => {
        const [match = '', ...lines] = block.trim().split('\n');
        const pairs = lines.map((line) => line.trim().split(/: (.*)/, 2) as [string, string]);
        return { match, headers: Object.fromEntries(pairs) };
      });
    for (const path of paths) expect(headersFor(read, path), path).toEqual(expected(path));
  });

  test('nginx', () => {
    const maps = [...nginxMaps(site).matchAll(/map \$uri (\$\w+) \{\n([\s\S]*?)\n\}/g)].map(
      ([, name = '', lines = '']) => ({
        name,
        usual: /default "(.*)";/.exec(lines)?.[1] ?? '',
        cases: [...lines.matchAll(/^ {2}"~(.*)" "(.*)";$/gm)].map(
          ([, pattern = '', value = '']) => [new RegExp(plain(pattern)), plain(value)] as const,
        ),
      }),
    );
    const added = [...nginxServer(site).matchAll(/^add_header (\S+) (\$\w+) always;$/gm)];
    for (const path of paths) {
      const headers = added.flatMap(([, header = '', variable]) => {
        const map = maps.find(({ name }) => name === variable);
        const value = map?.cases.find(([pattern]) => pattern.test(path))?.[1] ?? map?.usual ?? '';
        return value === '' ? [] : [[header, value]];
      });
      expect(Object.fromEntries(headers), path).toEqual(lasting(path));
    }
  });

  test('Caddy', () => {
    const text = caddySnippet(site);
    const blocks = [
      ...text.matchAll(/@rule\d+ path_regexp "(.*)"\n {2}header @rule\d+ \{\n([\s\S]*?)\n {2}\}/g),
    ];
    const read = blocks.map(([, pattern = '', lines = '']) => ({
      pattern: new RegExp(plain(pattern)),
      headers: Object.fromEntries(
        [...lines.matchAll(/^ {4}(\S+) "(.*)"$/gm)].map(([, name, value = '']) => [
          name,
          plain(value),
        ]),
      ) as Record<string, string>,
    }));
    const usual = /header \?Cache-Control "(.*)"/.exec(text)?.[1];
    for (const path of paths) {
      const found = read.filter(({ pattern }) => pattern.test(path));
      expect(
        Object.assign({ [cache]: usual }, ...found.map(({ headers }) => headers)),
        path,
      ).toEqual(lasting(path));
    }
  });

  test('Apache', () => {
    const lines = [
      ...apacheFile(site).matchAll(
        /Header always set (\S+) "((?:[^"\\]|\\.)*)"(?: "expr=%\{REQUEST_URI\} =~ m#(.*)#")?$/gm,
      ),
    ].map(([, name = '', value = '', pattern = '']) => ({
      name,
      value: plain(value),
      pattern: new RegExp(plain(pattern)),
    }));
    for (const path of paths) {
      const headers = lines
        .filter(({ pattern }) => pattern.test(path))
        .map(({ name, value }) => [name, value]);
      expect(Object.fromEntries(headers), path).toEqual(expected(path));
    }
  });

  test('former addresses lead on, for good', () => {
    const { from, to } = { from: '/articles/old.news/', to: '/articles/news/' };
    const moved = sampleSite();
    expect(redirectsFile(moved)).toBe(`${from} ${to} 301\n`);
    expect(nginxServer(moved)).toContain(`location = "${from}" { return 301 "${to}"; }`);
    expect(caddySnippet(moved)).toContain(`redir ${from} ${to} 301`);
    expect(apacheFile(moved)).toContain(
      String.raw`RedirectMatch 301 "^/articles/old\\.news/(?:index\\.html)?$" "${to}"`,
    );
  });
});

test('of more areas than hosts read rules, the last are left to the policies of their pages', () => {
  const policies = new Map(
    Array.from({ length: 120 }, (_, index) => [
      `/page-${index}/*`,
      new Set(["default-src 'none'"]),
    ]),
  );
  const written = headersFile(sampleSite({ policies }));
  expect(written.match(/^\//gm)).toHaveLength(100);
  expect(written).toContain('/page-0/*');
  expect(written).not.toContain('/page-119/*');
  expect(written).toContain('/sw.js');
  expect(written).toContain('/SHA256SUMS');
});
