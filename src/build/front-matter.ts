import { isMap, isScalar, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import type { Problem } from './problems.ts';
import { findSpecial, yamlErrorInWords } from './yaml-problems.ts';

type Path = readonly (string | number)[];

/** A Markdown file taken apart. `problems` is empty when its front matter is YAML that can be read. */
export interface Source {
  readonly file: string;
  readonly fields: unknown;
  readonly body: string;
  readonly problems: readonly Problem[];
  /** A problem with a field, at the line where the field stands. */
  readonly problemAt: (path: Path, message: string) => Problem;
  /** A problem with the body, at the place that an offset into it names. */
  readonly problemInBody: (offset: number, message: string) => Problem;
}

/** All fields at their longest come to less. */
const mostCharacters = 200_000;

const fence = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/**
 * Splits a file into front matter and body. YAML is read by its core schema, in which a date stays the
 * text that was written, and without aliases, which can make a small file fill the memory.
 */
export function readSource(file: string, text: string): Source {
  const at = (line: number, column: number, field: string, message: string): Problem => ({
    file,
    line,
    column,
    field,
    message,
  });
  const failed = (problem: Problem): Source => ({
    file,
    fields: {},
    body: '',
    problems: [problem],
    problemAt: (path, message) => at(1, 1, path.join('.') || 'file', message),
    problemInBody: (_offset, message) => at(1, 1, 'body', message),
  });

  if (text.trim() === '')
    return failed(at(1, 1, 'file', 'is empty. Write the story, or delete the file.'));
  const match = fence.exec(text);
  if (match?.index !== 0) {
    return failed(
      at(
        1,
        1,
        'file',
        'has no front matter. Begin the file with a line "---", the fields, and a line "---".',
      ),
    );
  }
  const yaml = match[1] ?? '';
  if (yaml.length > mostCharacters) {
    const message = `has more than ${mostCharacters} characters of fields. Move what is story below the second "---".`;
    return failed(at(2, 1, 'file', message));
  }
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: 'core', lineCounter: lines, prettyErrors: false });
  // The fields begin on the file's second line.
  const lineAt = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: line + 1, column: Math.max(1, col) };
  };
  const failedAt = (offset: number, message: string): Source => {
    const { line, column } = lineAt(offset);
    return failed(at(line, column, 'file', message));
  };
  const [error] = document.errors;
  if (error) return failedAt(error.pos[0], yamlErrorInWords(error));
  if (!isMap(document.contents)) {
    return failed(
      at(2, 1, 'file', 'has front matter without fields. Write each as "name: value".'),
    );
  }
  const special = findSpecial(document);
  if (special) return failedAt(special.offset, special.message);
  const fields = document.toJS() as unknown;
  const body = text.slice(match[0].length);
  const linesAbove = match[0].split('\n').length - 1;
  return {
    file,
    fields,
    body,
    problems: [],
    problemAt: (path, message) => {
      const { line, column } = lineAt(offsetOf(document.contents, path));
      return at(line, column, path.join('.') || 'file', message);
    },
    problemInBody: (offset, message) => {
      const before = body.slice(0, offset).split('\n');
      return at(linesAbove + before.length, (before.at(-1)?.length ?? 0) + 1, 'body', message);
    },
  };
}

/** Where the named field stands; the nearest parent where it does not. */
function offsetOf(start: ParsedNode | null, path: Path): number {
  let offset = 0;
  let node: unknown = start;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = (pair.key as ParsedNode).range[0];
      node = pair.value;
    } else {
      const items = (node as { items?: ParsedNode[] } | null)?.items;
      const item = items?.[Number(step)];
      if (!item) break;
      offset = item.range[0];
      node = item;
    }
  }
  return offset;
}
