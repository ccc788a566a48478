/** What is wrong with a piece of content, said so that an editor can mend it. */
export interface Problem {
  /** As the editor sees it, from the project's folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The front matter field, "body", or "file". */
  readonly field: string;
  /** What is wrong. What to do. */
  readonly message: string;
}

/** `file:line:column field: what is wrong. What to do.`, a line each, in the order of files. */
export const formatProblems = (problems: readonly Problem[]): string =>
  [...problems]
    .sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
    .map(({ file, line, column, field, message }) =>
      visible(`${file}:${line}:${column} ${field}: ${message}`),
    )
    .join('\n');

/** A line stays one, and no name of a file or field sends orders to the terminal that shows it. */
const visible = (line: string): string =>
  line.replaceAll(
    /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The same lines for what does not stop a build, marked as such. */
export const formatNotices = (notices: readonly Problem[]): string =>
  formatProblems(notices).replaceAll(/^/gm, 'Warning: ');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(problems: readonly Problem[], result = 'Nothing was published.') {
    const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
    super(`${count} in the content. ${result}\n${formatProblems(problems)}`);
  }
}
