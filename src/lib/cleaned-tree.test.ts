import { expect, test } from 'vitest';
import { textOf, treeOf } from './cleaned-tree.ts';

test('elements stand in each other as they were written, with their texts and attributes', () => {
  expect(treeOf('<p>One <em>two</em> three</p>\n<hr>end')).toEqual([
    {
      tag: 'p',
      attributes: {},
      children: ['One ', { tag: 'em', attributes: {}, children: ['two'] }, ' three'],
    },
    '\n',
    { tag: 'hr', attributes: {}, children: [] },
    'end',
  ]);
});

test('values may hold what looks like a tag, names may stand alone, and references are read', () => {
  const [image] = treeOf('<img alt="3 > 2 &#x26; <b>" src="/a" data-footnote-ref>');
  expect(image).toEqual({
    tag: 'img',
    attributes: { alt: '3 > 2 & <b>', src: '/a', 'data-footnote-ref': '' },
    children: [],
  });
  expect(treeOf('a &#x3C; b')).toEqual(['a < b']);
});

test('the text of a tree is all of its text', () => {
  expect(textOf(treeOf('<ul><li>a</li><li>b<br>c</li></ul>d'))).toBe('abcd');
});

test('the line break directly behind <pre> is none, and one behind it is', () => {
  expect(textOf(treeOf('<pre>\n\n  ships\n</pre>'))).toBe('\n  ships\n');
  expect(textOf(treeOf('<pre><code>\n  ships</code></pre>'))).toBe('\n  ships');
});
