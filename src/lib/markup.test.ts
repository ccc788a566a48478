import { describe, expect, test } from 'vitest';
import { escapeText, Markup, markup } from './markup.ts';

describe('escapeText', () => {
  test.each([
    ['Salt & soap', 'Salt &#x26; soap'],
    ['<script>alert("1")</script>', '&#x3C;script>alert(&#x22;1&#x22;)&#x3C;/script>'],
    ["it's ]]> over", "it's ]]&#x3E; over"],
    ['&amp; &#60;', '&#x26;amp; &#x26;#60;'],
    ['a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg', 'abcdefg'],
    ['half \ud83d a pair', 'half  a pair'],
    ['whole 😀 pair, tab\tand\nline', 'whole 😀 pair, tab\tand\nline'],
    ['غزّة', 'غزّة'],
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });
});

describe('markup', () => {
  test('escapes text, keeps markup and lists of markup, and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((name) => markup`<i>${name}</i>`);
    expect(markup`<p title="${'"'}">${'&'}${items}${undefined}${new Markup('<hr>')}</p>`.text).toBe(
      '<p title="&#x22;">&#x26;<i>a</i><i>&#x3C;b></i><hr></p>',
    );
  });
});
