import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

type Colours = Readonly<Record<string, string>>;

const coloursOf = (part: string): Colours =>
  Object.fromEntries(
    [...part.matchAll(/--(\w+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );

const [light = {}, dark = {}] = css
  .split('@media print', 1)
  .join('')
  .split('@media (prefers-color-scheme: dark)')
  .map(coloursOf);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one = '', other = ''): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

test('contrast is reckoned as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('every colour has a light and a dark form', () => {
  expect(Object.keys(light)).toHaveLength(6);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

describe.each([
  ['light', light],
  ['dark', dark],
])('in %s', (_scheme, colours) => {
  test.each(
    ['ink', 'muted', 'accent'].flatMap((text) => ['paper', 'tint'].map((ground) => [text, ground])),
  )('%s on %s has the contrast that WCAG asks for at AAA', (text = '', ground = '') => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(7);
  });

  test('what is muted can be told from what is not', () => {
    const { ink, muted, paper } = colours;
    expect(contrast(ink, paper) / contrast(muted, paper)).toBeGreaterThan(1.5);
  });
});
