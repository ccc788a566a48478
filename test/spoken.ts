/** A page as a screen reader has it: Chromium's accessibility tree, with languages and aria-current from the elements. */
import type { Page } from 'playwright-core';

/** What is said of one thing, and what stands in it. */
export interface Said {
  readonly role: string;
  readonly name: string;
  readonly states: readonly string[];
  readonly children: readonly Said[];
}

interface AxNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
  readonly childIds?: readonly string[];
}

interface AxValue {
  readonly value?: unknown;
}

interface DomNode {
  readonly backendNodeId: number;
  /** Name, value, name, value … */
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
}

/** What screen readers pass over, though not what stands in it. */
const unheard =
  /^(?:|none|generic|InlineTextBox|MenuListPopup|ListMarker|LineBreak|time|code|rowgroup|sectionheader|sectionfooter|strong|emphasis|superscript)$/;

/** All that the page says, in order. */
export async function listen(page: Page): Promise<Said[]> {
  const protocol = await page.context().newCDPSession(page);
  const { nodes } = (await protocol.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  const { root } = (await protocol.send('DOM.getDocument', { depth: -1 })) as { root: DomNode };
  await protocol.detach();
  const attributes = attributesOf(root);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));

  const visit = (id: string, language?: string): Said[] => {
    const node = byId.get(id);
    if (!node) return [];
    const element = attributes.get(node.backendDOMNodeId ?? -1);
    const own = element?.get('lang') ?? language;
    const children = (node.childIds ?? []).flatMap((child) => visit(child, own));
    const foreign = own === undefined || language === undefined || own === language ? [] : [own];
    const role = roleOf(node);
    const states = [...statesOf(node, element), ...foreign];
    if (node.ignored || unheard.test(role)) {
      return children.map((child) => ({ ...child, states: [...child.states, ...states] }));
    }
    return [{ role, name: textOf(node.name), states, children }];
  };
  return nodes[0] ? visit(nodes[0].nodeId) : [];
}

function roleOf({ role, properties = [] }: AxNode): string {
  const level = properties.find(({ name }) => name === 'level')?.value.value;
  return role?.value === 'heading' ? `heading ${String(level)}` : textOf(role);
}

const textOf = (value: AxValue | undefined): string =>
  typeof value?.value === 'string' ? value.value.replaceAll(/\s+/g, ' ') : '';

type Attributes = ReadonlyMap<string, string>;

function attributesOf(root: DomNode): Map<number, Attributes> {
  const all = new Map<number, Attributes>();
  const visit = ({ backendNodeId, attributes = [], children = [] }: DomNode): void => {
    const own = new Map<string, string>();
    for (let at = 0; at < attributes.length; at += 2) {
      own.set(attributes[at] ?? '', attributes[at + 1] ?? '');
    }
    all.set(backendNodeId, own);
    children.forEach(visit);
  };
  visit(root);
  return all;
}

function statesOf(node: AxNode, element: Attributes | undefined): string[] {
  const { role, description, properties = [] } = node;
  const property = (name: string) => properties.find((each) => each.name === name)?.value.value;
  const current = element?.get('aria-current');
  const expanded = property('expanded');
  const more = textOf(description);
  return [
    ...(current === undefined ? [] : [`current ${current}`]),
    ...(expanded === undefined ? [] : [expanded === true ? 'open' : 'closed']),
    ...(property('required') === true && role?.value !== 'columnheader' ? ['required'] : []),
    ...(more === '' ? [] : [more]),
  ];
}
