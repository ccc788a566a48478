/**
 * What Mozilla's HTTP Observatory would say, reckoned by its published rules and points:
 * https://github.com/mdn/mdn-http-observatory (src/grader/charts.js, src/analyzer/tests/).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { readPublishedSite } from '#build/host-files.ts';
import { policyOfPage } from '#lib/hosts/published-page.ts';
import { headersFor, type Headers, siteRules } from '#lib/hosts/rules.ts';
import { site } from '#site.ts';

const { launch } = inject('sites');

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );

// WebAssembly is not what 'unsafe-eval' is about.
const broad = /^(?:\*|https?:|ftp:|data:)$|'unsafe-(?:inline|eval)'/;

/** Points above 100, by the reason for them. What would cost points fails. */
function bonuses(headers: Headers, html: string): Record<string, number> {
  const header = directives(headers['Content-Security-Policy'] ?? '');
  const policies = [header, directives(policyOfPage(html) ?? '')];
  for (const policy of policies) {
    const active = [...(policy.get('script-src') ?? []), ...(policy.get('style-src') ?? [])];
    expect(active.filter((source) => broad.test(source))).toEqual([]);
    expect(policy.get('form-action')).toBeDefined();
    expect(policy.get('base-uri')).toEqual(["'none'"]);
  }
  expect(headers['X-Content-Type-Options']).toBe('nosniff');
  const seconds = Number(/max-age=(\d+)/.exec(headers['Strict-Transport-Security'] ?? '')?.[1]);
  expect(seconds).toBeGreaterThan(15_768_000);

  const points = (isEarned: boolean, worth: number): number => (isEarned ? worth : 0);
  const scripts = [...html.matchAll(/<script[^>]* src="[^"]*"[^>]*>/g)].map(([tag]) => tag);
  return {
    'default-src none': points(header.get('default-src')?.join() === "'none'", 10),
    'frame-ancestors': points(header.get('frame-ancestors')?.join() === "'none'", 5),
    referrer: points(
      /^(?:no-referrer|same-origin|strict-origin)/.test(headers['Referrer-Policy'] ?? ''),
      5,
    ),
    resources: points(
      /^same-(?:origin|site)$/.test(headers['Cross-Origin-Resource-Policy'] ?? ''),
      10,
    ),
    opener: points(headers['Cross-Origin-Opener-Policy'] === 'same-origin', 10),
    embedder: points(headers['Cross-Origin-Embedder-Policy'] === 'require-corp', 10),
    integrity: points(
      scripts.length > 0 && scripts.every((tag) => tag.includes(' integrity="')),
      5,
    ),
  };
}

test.each(['/', '/ar/', '/search/', '/articles/modi-moscow-visit-july-2024/'])(
  '%s earns an A+ and every bonus that what is published can earn',
  async (path) => {
    const rules = siteRules(await readPublishedSite(launch));
    const html = readFileSync(join(launch, path, 'index.html'), 'utf8');
    const earned = bonuses(headersFor(rules, path), html);
    expect(earned).toEqual({
      'default-src none': 10,
      'frame-ancestors': 5,
      referrer: 5,
      resources: 10,
      opener: 10,
      embedder: 10,
      integrity: 5,
    });
    // An A+ begins at 100.
    expect(100 + Object.values(earned).reduce((sum, points) => sum + points, 0)).toBe(155);
  },
);

// The other two are for cookies, of which there are none, and for being in the list that browsers bring along.
test('the last bonus is the owner’s to take: preloading holds for every name below', () => {
  expect(site.strictTransport).not.toContain('preload');
});
