/** What hosts are told of the built site, and what lets readers check their copy of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readPublishedSite } from '#build/host-files.ts';
import { openCopy } from '#build/site-copy.ts';
import { verifyCopy } from '#build/verify-copy.ts';
import { apacheFile } from '#lib/hosts/apache.ts';
import { headersFile, redirectsFile } from '#lib/hosts/headers-file.ts';
import { strictness } from '#lib/hosts/policy.ts';
import { pathOfFile, policyOfPage } from '#lib/hosts/published-page.ts';
import { headersFor, matchPattern, siteRules } from '#lib/hosts/rules.ts';
import { filesOf, pagesOf } from './site-files.ts';

const { fixture, below, launch } = inject('sites');

const textOf = (site: string, file: string): string => readFileSync(join(site, file), 'utf8');

const sites = [
  ['the fixture', fixture],
  ['the site itself', launch],
] as const;

test.each(sites)('the files for hosts are those of the pages of %s', async (_name, site) => {
  const published = await readPublishedSite(site);
  expect(textOf(site, '_headers')).toBe(headersFile(published));
  expect(textOf(site, '_redirects')).toBe(redirectsFile(published));
  expect(textOf(site, '.htaccess')).toBe(apacheFile(published));
});

test.each(sites)(
  'every page of %s has a header that leaves it what it needs',
  async (_name, site) => {
    const rules = siteRules(await readPublishedSite(site));
    for (const file of pagesOf(site)) {
      const header = headersFor(rules, pathOfFile('/', file))['Content-Security-Policy'] ?? '';
      expect(header, file).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/);
      expect(strictness(header, policyOfPage(textOf(site, file)) ?? ''), file).toEqual([]);
      expect(/unsafe/.test(header), file).toBe(/^(?:ar\/)?search\//.test(file));
    }
  },
);

test('no file of the site has two rules for one header', async () => {
  const rules = siteRules(await readPublishedSite(fixture)).map(({ match, headers }) => ({
    pattern: new RegExp(matchPattern(match)),
    names: Object.keys(headers),
  }));
  for (const file of filesOf(fixture)) {
    const path = pathOfFile('/', file);
    const names = rules.filter(({ pattern }) => pattern.test(path)).flatMap((rule) => rule.names);
    expect(names.length, file).toBe(new Set(names).size);
  }
});

test('what may be kept for ever has its digest in its name', async () => {
  const rules = siteRules(await readPublishedSite(fixture));
  const kept = filesOf(fixture).filter((file) =>
    headersFor(rules, pathOfFile('/', file))['Cache-Control']?.includes('immutable'),
  );
  expect(kept.length).toBeGreaterThan(20);
  for (const file of kept) expect(file).toMatch(/[._][\w-]{7,}\.\w+$/);
});

test('former addresses of stories lead on, in the text edition too, and below a path', () => {
  expect(textOf(fixture, '_redirects').split('\n')).toEqual(
    expect.arrayContaining([
      '/articles/old-harbour/ /articles/everything/ 301',
      '/text/articles/old-harbour/ /text/articles/everything/ 301',
    ]),
  );
  expect(textOf(below, '_redirects')).toContain(
    '/news/articles/old-harbour/ /news/articles/everything/ 301\n',
  );
  expect(textOf(below, '_headers')).toContain('\n/news/articles/*\n');
});

test('the list of digests is whole and right', async () => {
  const findings = await verifyCopy(await openCopy(fixture));
  expect(findings).toMatchObject({ missing: [], changed: [], added: [] });
  expect(findings.checked).toBe(filesOf(fixture).length - 1);
});

test('the record of the build says which build it is', () => {
  expect(JSON.parse(textOf(fixture, 'build.json'))).toMatchObject({
    site: 'https://gaza-palestine-news.example/',
    builtAt: '2024-09-01T12:00:00Z',
    revision: expect.stringMatching(/^[0-9a-f]{40}/) as unknown,
    counts: { stories: { en: 48 + 1, ar: 23 } },
    versions: { astro: '7.3.4' },
  });
});
