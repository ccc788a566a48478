import type { Element, Parents } from 'hast';

/**
 * Calls `look` for each element below a node, parents before their children, in the order in which they are written.
 * What it answers is the place among its siblings at which to go on, instead of below it.
 *
 * `unist-util-visit` can do more, and names a function anew at each node, so that messages of errors are better: an
 * eighth of the time in which bodies were read went there.
 */
export function eachElement(
  parent: Parents,
  look: (element: Element, index: number, parent: Parents) => number | undefined,
): void {
  const { children } = parent;
  // What is looked at may put something in its own place, or behind it.
  for (let index = 0; index < children.length; index++) {
    const node = children[index];
    if (node?.type !== 'element') continue;
    const next = look(node, index, parent);
    if (typeof next === 'number') index = next - 1;
    else eachElement(node, look);
  }
}
