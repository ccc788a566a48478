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

test('the policy stands first in the head, before what it could forbid', () => {
  expect(withPolicy(page('<style>a{}</style>'))).toMatch(
    /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src/,
  );
});

test('a page without a place for its policy is refused', () => {
  expect(() => withPolicy('<html></html>')).toThrow('no <meta charset');
});
