/** What YAML can do and front matter does not need, and its errors in an editor's words. */
import { type Document, isScalar, type Node, visit } from 'yaml';

const sayings: Readonly<Partial<Record<string, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'has a second ": " in a value. Put the value in quotation marks.',
  DUPLICATE_KEY: 'names this field twice. Delete one of the two.',
  MULTIPLE_DOCS: 'has two sets of fields. Join them between one pair of "---" lines.',
  TAB_AS_INDENT: 'is indented by a tab. Use blanks.',
};

export function yamlErrorInWords({ code, message }: { code: string; message: string }): string {
  if (/call stack/.test(message)) {
    return 'is nested too deeply. Write lists and fields as the other stories do.';
  }
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return (
    sayings[code] ?? `${sentence} Mend the front matter here, or put the value in quotation marks.`
  );
}

interface Special {
  readonly offset: number;
  readonly message: string;
}

/**
 * The first thing that would not come out as it reads: an alias, which can make a small file fill the memory,
 * an anchor or tag, which is lost from a text that begins with & or !, a list as the name of a field.
 */
export function findSpecial(document: Document): Special | undefined {
  let found: Special | undefined;
  const tell = (node: Node | null, message: string): symbol => {
    found = { offset: node?.range?.[0] ?? 0, message };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_key, alias) =>
      tell(alias, 'uses a YAML alias (a value that begins with *). Write the value out.'),
  });
  if (found) return found;
  visit(document, {
    Pair: (_key, { key }) =>
      isScalar(key) ? undefined : tell(key as Node, 'has no name here. Write "name: value".'),
    Node: (_key, node) => {
      if (node.tag !== undefined) {
        return tell(node, 'holds a value that begins with "!". Put it in quotation marks.');
      }
      return node.anchor !== undefined
        ? tell(node, 'holds a value that begins with "&". Put it in quotation marks.')
        : undefined;
    },
  });
  return found;
}
