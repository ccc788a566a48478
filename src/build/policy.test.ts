import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyFor, withPolicy } from './policy.ts';

const page = (styles: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title>${styles}</head></html>`;

const digest = (css: string): string =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`;

test('a policy allows each style of its page, by its digest, and no other', () => {
  expect(policyFor(page('<style>a{}</style><style>b{}</style>'))).toContain(
    `style-src ${digest('a{}')} ${digest('b{}')};`,
  );
  expect(policyFor(page(''))).toContain("style-src 'none';");
});

test('a policy begins by forbidding everything, and allows no script', () => {
  const policy = policyFor(page('<style>a{}</style>'));
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).not.toMatch(/script-src|unsafe|\*|https?:/);
});

const withBody = (body: string): string => policyFor(page('') + body);

test('scripts are allowed only on a page that asks for a file of this site', () => {
  expect(withBody('<script type="module" src="/a.js"></script>')).toContain("; script-src 'self';");
  expect(withBody('<p title="<script src=\'/a.js\'>">&lt;script src="/a.js"></p>')).not.toContain(
    'script-src',
  );
  expect(withBody('<script type="application/ld+json">{"a":"<b src="}</script>')).not.toContain(
    'script-src',
  );
});

test('WebAssembly and requests are allowed only on the page that searches', () => {
  const search = '<form data-search-program="/search/pagefind/pagefind.js"></form>';
  const policy = withBody(`${search}<script type="module" src="/a.js"></script>`);
  expect(policy).toContain("; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';");
  expect(withBody('<script type="module" src="/a.js"></script>')).not.toMatch(/wasm|connect/);
});

test('forms may lead where the forms of the page lead, and nowhere else', () => {
  expect(withBody('')).toContain("form-action 'none'");
  expect(withBody('<form method="get" action="https://search.example/?a=1&amp;b=2">')).toContain(
    'form-action https://search.example;',
  );
  expect(withBody('<form action="/search/"><form action="https://a.example/x">')).toContain(
    "form-action 'self' https://a.example;",
  );
});

test('a worker, and what is fetched ahead, are allowed where a page starts the worker', () => {
  const policy = withBody(
    '<a data-list="/offline/list.json">x</a><script type="module" src="/a.js"></script>',
  );
  expect(policy).toContain("; script-src 'self'; connect-src 'self'; worker-src 'self';");
  expect(withBody('<p title=" data-list=">x</p>')).not.toContain('worker-src');
});

test('where a script runs, text becomes no code but the address of the worker', () => {
  const script = '<script type="module" src="/a.js"></script>';
  const held = "; require-trusted-types-for 'script'; trusted-types";
  expect(withBody(script)).toContain(`${held} 'none';`);
  expect(withBody(`<a data-list="/offline/list.json">x</a>${script}`)).toContain(`${held} worker;`);
  expect(withBody('')).not.toContain('trusted-types');
});

test('the policy stands first in the head, before what it could forbid', () => {
  expect(withPolicy(page('<style>a{}</style>'))).toMatch(
    /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src/,
  );
});

test('a page without a place for its policy is refused', () => {
  expect(() => withPolicy('<html></html>')).toThrow('no <meta charset');
});
