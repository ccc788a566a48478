import { expect, test } from 'vitest';
import { headerPolicy, lastingPolicy, mergedPolicy, strictness } from './policy.ts';

const plain = "default-src 'none'; style-src 'sha256-a='; img-src 'self'; form-action 'none'";
const searching =
  "default-src 'none'; style-src 'sha256-b='; script-src 'self'; form-action https://a.example";

test('a merged policy allows what one of its policies allows, and keeps no "none" beside it', () => {
  expect(mergedPolicy([plain, searching])).toBe(
    "default-src 'none'; style-src 'sha256-a=' 'sha256-b='; img-src 'self'; form-action https://a.example; script-src 'self'",
  );
});

test('the order in which policies come makes no difference, and one alone stays as it is', () => {
  expect(mergedPolicy([searching, plain])).toBe(mergedPolicy([plain, searching]));
  expect(mergedPolicy([plain])).toBe(plain);
});

test('a header says what a page cannot, and speaks of https only where there is https', () => {
  expect(headerPolicy(plain, true)).toBe(
    `${plain}; frame-ancestors 'none'; upgrade-insecure-requests`,
  );
  expect(headerPolicy(plain, false)).toBe(`${plain}; frame-ancestors 'none'`);
});

test('a lasting policy is silent about styles, and forbids everything else that was forbidden', () => {
  const lasting = lastingPolicy(headerPolicy(plain, false));
  expect(lasting).not.toMatch(/style|default|sha256/);
  expect(lasting).toContain("script-src 'none'");
  expect(lasting).toContain("object-src 'none'");
  expect(lasting).toContain("img-src 'self'");
  expect(lasting).toMatch(/; form-action 'none'; frame-ancestors 'none'$/);
  expect(lastingPolicy("script-src 'none'; sandbox")).toBe("script-src 'none'; sandbox");
});

test('strictness names what a policy refuses of what a page allows itself', () => {
  expect(strictness(plain, plain)).toEqual([]);
  expect(strictness(plain, searching)).toEqual([
    "style-src 'sha256-b='",
    "script-src 'self'",
    'form-action https://a.example',
  ]);
  expect(strictness(lastingPolicy(plain), plain)).toEqual([]);
});
