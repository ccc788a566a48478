/** Every page forbids what it does not need, as far as a page itself can. */
import { expect, inject, test } from 'vitest';
import { OpenPage, pagesOf } from './site-files.ts';

const { launch, fixture } = inject('sites');

test.each([
  ['the fixture', fixture],
  ['the site itself', launch],
])('every page of %s has a policy without a hole', (_name, site) => {
  for (const file of pagesOf(site)) {
    const page = new OpenPage(site, `/${file}`);
    const policy = String(page.attribute('meta[http-equiv=Content-Security-Policy]', 'content'));
    expect(policy, file).toMatch(/^default-src 'none'; style-src '/);
    const isSearch = /^(?:ar\/)?search\//.test(file);
    expect(
      policy.replace(isSearch ? "script-src 'self' 'wasm-unsafe-eval'" : '', ''),
      file,
    ).not.toMatch(/unsafe|\*/);
    const runs = page.all('script[src]').length > 0;
    expect(policy.includes("; script-src 'self'"), file).toBe(runs);
    expect(policy.includes("; require-trusted-types-for 'script'; trusted-types "), file).toBe(
      runs,
    );
    const startsWorker = page.all('a[data-list]').length > 0;
    expect(policy.includes("worker-src 'self'"), file).toBe(startsWorker);
    expect(policy.includes('trusted-types worker'), file).toBe(startsWorker);
    expect(policy.includes("connect-src 'self'"), file).toBe(isSearch || startsWorker);
    expect(policy.match(/sha256-/g)?.length ?? 0, file).toBe(page.all('style').length);
  }
});
