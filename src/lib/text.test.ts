import { describe, expect, test } from 'vitest';
import { countWords, directionControl, plainText, readingMinutes } from './text.ts';

describe('countWords', () => {
  test.each([
    ['nothing', '', 0],
    ['tags alone', '<hr><p></p>', 0],
    ['words of two paragraphs, though no blank parts them', '<p>One two</p><p>three</p>', 3],
    ['no attributes', '<a href="https://a.example/b" title="more words">one</a>', 1],
    ['no dashes and other marks by themselves', '<p>one — two – three … !</p>', 3],
    ['an apostrophe, straight or curly, as part of its word', "<p>don't don’t</p>", 2],
    ['a hyphenated word as one', '<p>well-known</p>', 1],
    ['a number as one, with its signs', '<p>1,234.5 and 50%</p>', 3],
    ['Arabic words, with vowel marks or without', '<p>غَزَّةُ اليوم، غزة</p>', 3],
  ])('counts %s', (_what, html, words) => {
    expect(countWords(html)).toBe(words);
  });
});

describe('plainText', () => {
  test.each([
    ['nothing', '', ''],
    ['paragraphs, parted by a blank', '<p>One</p><p>two<br>three</p>', 'One two three'],
    ['no tags within a word', '<p>un<em>believ</em>able</p>', 'unbelievable'],
    ['no attributes', '<a href="https://a.example/?x=>">one</a>', 'one'],
    [
      'what was written as a reference',
      '<p>a &#x3C;b> &#x26; &lt;c&gt; &quot;d&quot;</p>',
      'a <b> & <c> "d"',
    ],
    ['a reference to a reference once', '<p>&#x26;lt; &amp;#x3C;</p>', '&lt; &#x3C;'],
    ['Arabic', '<p>تعليق\n<strong>بالعربية</strong>.</p>', 'تعليق بالعربية.'],
  ])('keeps %s', (_what, html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('readingMinutes', () => {
  test.each([
    [0, 1],
    [1, 1],
    [220, 1],
    [329, 1],
    [330, 2],
    [440, 2],
    [549, 2],
    [550, 3],
    [2200, 10],
  ])('%i words are read in the nearest whole number of minutes: %i', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});

describe('directionControl', () => {
  const named = (code: number): [string, string] => [
    `U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
    String.fromCodePoint(code),
  ];
  const without = (text: string): string => text.replaceAll(directionControl, '');

  test.each([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(named))(
    'matches %s, which turns text around, wherever it stands',
    (_name, sign) => {
      expect(without(`${sign}a${sign}${sign}ب${sign}`)).toBe('aب');
    },
  );

  test.each([0x200c, 0x200d, 0x200e, 0x200f, 0x061c, 0x2029, 0x202f, 0x2065, 0x206a].map(named))(
    'leaves %s alone',
    (_name, sign) => {
      expect(without(`a${sign}ب`)).toBe(`a${sign}ب`);
    },
  );
});
