import { describe, expect, test } from 'vitest';
import { bestPart, markWords } from './excerpt.ts';

const marked = (text: string, ...matches: number[]): string =>
  markWords(text.split(' '), new Set(matches))
    .map((passage) => (passage.isMatch ? `[${passage.text}]` : passage.text))
    .join('');

describe('markWords', () => {
  test.each([
    ['the old harbour wall', [2], 'the old [harbour] wall'],
    ['“Harbour”, he said', [0], '“[Harbour]”, he said'],
    ['قرأ «الكِتَابَ»، أمس', [1], 'قرأ «[الكِتَابَ]»، أمس'],
    ['olive oil', [0, 1], '[olive] [oil]'],
    ['a – b', [1], 'a – b'],
    ['<script>alert(1)</script> harbour', [0], '<[script>alert(1)</script]> harbour'],
  ])('of "%s"', (text, matches, result) => {
    expect(marked(text, ...matches)).toBe(result);
  });

  test('counts places from the start of the text, also for a part of it', () => {
    expect(markWords(['a', 'b', 'c', 'd'], new Set([2]), { from: 1, to: 3 })).toEqual([
      { text: 'b ', isMatch: false },
      { text: 'c', isMatch: true },
    ]);
  });
});

describe('bestPart', () => {
  test('holds as many matches as fit, and a little of what comes before', () => {
    expect(bestPart(100, [3, 50, 55, 58], { from: 0, length: 20 })).toEqual({ from: 45, to: 65 });
  });

  test('takes the first of equals', () => {
    expect(bestPart(100, [70, 20], { from: 0, length: 20 })).toEqual({ from: 15, to: 35 });
  });

  test('is as long as the text allows', () => {
    expect(bestPart(100, [99], { from: 0, length: 20 })).toEqual({ from: 80, to: 100 });
    expect(bestPart(8, [7], { from: 0, length: 20 })).toEqual({ from: 0, to: 8 });
  });

  test('stays clear of what stands before it, such as the headline', () => {
    expect(bestPart(100, [1, 2, 10], { from: 8, length: 20 })).toEqual({ from: 8, to: 28 });
  });

  test('is the beginning where nothing matches', () => {
    expect(bestPart(100, [], { from: 8, length: 20 })).toEqual({ from: 8, to: 28 });
  });
});
