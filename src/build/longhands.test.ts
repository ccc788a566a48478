import { expect, test } from 'vitest';
import { longhands } from './longhands.ts';

const written = (prop: string, value: string): string =>
  longhands(prop, value)
    .map((long) => `${long.prop}: ${long.value}`)
    .join('; ');

test.each([
  ['padding-inline', 'var(--a)', 'padding-inline-start: var(--a); padding-inline-end: var(--a)'],
  ['margin-block', '0 var(--a)', 'margin-block-start: 0; margin-block-end: var(--a)'],
  [
    'padding-block',
    'calc(1rem + var(--a)) 2px',
    'padding-block-start: calc(1rem + var(--a)); padding-block-end: 2px',
  ],
  ['margin-inline', 'auto', 'margin-inline-start: auto; margin-inline-end: auto'],
  [
    'border-block',
    '1px solid var(--a)',
    'border-block-start: 1px solid var(--a); border-block-end: 1px solid var(--a)',
  ],
])('%s: %s', (prop, value, long) => {
  expect(written(prop, value)).toBe(long);
});

test.each([
  ['padding', '0 1px'],
  ['padding-inline-start', '1px'],
  ['border-block-start', '1px solid'],
  ['--padding-inline', '1px'],
])('%s stays', (prop, value) => {
  expect(written(prop, value)).toBe(`${prop}: ${value}`);
});
