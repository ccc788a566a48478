import type { Element, ElementContent, Root } from 'hast';
import { expect, test } from 'vitest';
import { eachElement } from './each-element.ts';

const element = (tagName: string, ...children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
});

const text = { type: 'text', value: 'Ships' } as const;

/** A list of two, and a paragraph behind it. */
const tree = (): Root => ({
  type: 'root',
  children: [element('ul', text, element('li', element('b')), element('li')), element('p', text)],
});

test('elements are met as they are written, with their places', () => {
  const met: string[] = [];
  eachElement(tree(), ({ tagName }, index, parent) => {
    met.push(`${tagName} ${index} in ${parent.type === 'element' ? parent.tagName : parent.type}`);
  });
  expect(met).toEqual(['ul 0 in root', 'li 1 in ul', 'b 0 in li', 'li 2 in ul', 'p 1 in root']);
});

test('what stands below an element is passed over where it says at which sibling to go on', () => {
  const met: string[] = [];
  eachElement(tree(), ({ tagName }, index) => {
    met.push(tagName);
    return tagName === 'li' ? index + 1 : undefined;
  });
  expect(met).toEqual(['ul', 'li', 'li', 'p']);
});

test('what is put in an element’s place is met when it asks for that, and what is put behind it always', () => {
  const met: string[] = [];
  eachElement(tree(), (node, index, parent) => {
    met.push(node.tagName);
    if (node.tagName === 'p') parent.children.push(element('hr'));
    if (node.tagName !== 'ul') return undefined;
    parent.children.splice(index, 1, element('section'));
    return index;
  });
  expect(met).toEqual(['ul', 'section', 'p', 'hr']);
});
