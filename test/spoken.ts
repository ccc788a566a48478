/** A page as a screen reader has it: roles, names and their order, from Chromium's accessibility tree. */
import type { Page } from 'playwright-core';

export interface Spoken {
  readonly role: string;
  readonly name: string;
  /** Of a heading. */
  readonly level: number | undefined;
  /** The roles around it, the nearest last. */
  readonly within: readonly string[];
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown };
  }[];
  readonly childIds?: readonly string[];
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : '';

/** Everything that is read out, in order. */
export async function readOut(page: Page): Promise<Spoken[]> {
  const protocol = await page.context().newCDPSession(page);
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await protocol.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken: Spoken[] = [];
  const visit = (node: Node | undefined, within: readonly string[]): void => {
    if (!node) return;
    const role = textOf(node.role?.value);
    const isSaid = !node.ignored && !/^(?:generic|none|InlineTextBox|)$/.test(role);
    if (isSaid) {
      const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
      spoken.push({
        role,
        name: textOf(node.name?.value),
        level: typeof level === 'number' ? level : undefined,
        within,
      });
    }
    const around = isSaid ? [...within, role] : within;
    for (const id of node.childIds ?? []) visit(byId.get(id), around);
  };
  visit(nodes[0], []);
  return spoken;
}

/** What leads a listener through a page: its landmarks, headings, figures, tables, lists and forms, indented. */
export function outlineOf(spoken: readonly Spoken[]): string[] {
  const leading =
    /^(?:banner|navigation|main|contentinfo|article|region|heading|figure|image|table|columnheader|form|textbox|button|group|list|DisclosureTriangle)$/;
  return spoken
    .filter(({ role }) => leading.test(role))
    .map(({ role, name, level, within }) => {
      const depth = within.filter((around) => leading.test(around)).length;
      const what = level === undefined || role !== 'heading' ? role : `h${level}`;
      return `${'  '.repeat(depth)}${what}${name === '' ? '' : `: ${name}`}`;
    });
}
