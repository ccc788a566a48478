import type { MeasuredNode } from '@takumi-rs/core';
import { expect, test } from 'vitest';
import { articleCard } from '#lib/card.ts';
import { editions } from '#site.ts';
import { fits, layoutsOf } from './card-layout.ts';

const [edition] = editions;
if (!edition) throw new Error('There is no edition.');

const card = articleCard({
  edition,
  slug: 'harbour',
  title: 'Harbour opens',
  categories: ['world'],
  publishedAt: new Date('2024-07-08T09:00:00Z'),
});

const box = (top: number, height: number, line?: { x: number; width: number }): MeasuredNode => ({
  width: 1056,
  height,
  transform: [1, 0, 0, 1, 72, top],
  children: [],
  runs: line ? [{ text: 'Harbour', y: 0, height, ...line }] : [],
});

const page = (...children: MeasuredNode[]): MeasuredNode => ({
  width: 1200,
  height: 630,
  transform: [1, 0, 0, 1, 0, 0],
  children,
  runs: [],
});

test('a card fits when its lines end inside the margins, but for a space at their end', () => {
  expect(fits(page(box(72, 90), box(200, 358, { x: 0, width: 1070 })))).toBe(true);
});

test.each([
  ['too low', page(box(200, 359))],
  ['too wide', page(box(200, 90, { x: 0, width: 1081 }))],
  ['too far to the other side', page(box(200, 90, { x: -25, width: 1056 }))],
  ['too wide inside', page({ ...box(72, 90), children: [box(72, 90, { x: 0, width: 1081 })] })],
])('a card does not fit when something is %s', (_what, measured) => {
  expect(fits(measured)).toBe(false);
});

test('a headline is tried in smaller and smaller type, then broken inside words, then left out', () => {
  const { preferred, lastResort } = layoutsOf(card, () => true);
  const texts = preferred.map((layout) => JSON.stringify(layout));
  const sizes = texts.map((text) =>
    Number(/Harbour opens","style":\{[^}]*"fontSize":(\d+)/.exec(text)?.[1]),
  );
  expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).toSorted((a, b) => b - a));
  expect(texts.map((text) => text.includes('anywhere'))).toEqual(
    texts.map((_text, index) => index === texts.length - 1),
  );
  expect(JSON.stringify(lastResort)).not.toContain('Harbour opens');
  expect(JSON.stringify(lastResort)).toContain('"World"');
});

test('a headline with letters that no font has is not tried', () => {
  expect(layoutsOf(card, (codePoint) => codePoint !== 'H'.codePointAt(0)).preferred).toEqual([]);
});
