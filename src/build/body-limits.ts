/** Bodies that no person writes, and that would keep a parser busy for minutes. */
import type { Source } from './front-matter.ts';
import type { Problem } from './problems.ts';

// A book of a hundred pages.
const mostCharacters = 200_000;

const nesting =
  /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40}|^[ \t]{160,}(?:[*+-]|\d{1,9}[.)])[ \t]|(?:<[a-z][^<>]*>\s*){80}|[[!*_~(]{400}/im;

// Parsers try every mark of a paragraph against every other, every note against all notes, and move all that
// stands above a heading that is underlined.
const mostMarks = 1000;
const mostNotes = 1000;
const mostUnderlines = 500;

/** What is too much of a body, so that it need not be tried. */
export function* tooMuch({ body, problemInBody }: Source): Generator<Problem> {
  if (body.length > mostCharacters) {
    yield problemInBody(
      0,
      `has more than ${mostCharacters} characters. Split it into several stories.`,
    );
    return;
  }
  const nested = nesting.exec(body);
  if (nested) {
    yield problemInBody(
      nested.index,
      'is nested too deeply. Take out quotations, lists, brackets or tags that stand in each other.',
    );
  }
  const crowded = body
    .split(/\n\s*\n/)
    .find((part) => (part.match(/[*_~`[]/g)?.length ?? 0) > mostMarks);
  if (crowded !== undefined) {
    yield problemInBody(
      body.indexOf(crowded),
      `has more than ${mostMarks} marks such as * and [ in one paragraph. Divide it by blank lines.`,
    );
  }
  const underlines = [...body.matchAll(/^ {0,3}(?:-+|=+)[ \t]*$/gm)];
  if (underlines.length > mostUnderlines) {
    yield problemInBody(
      underlines[mostUnderlines]?.index ?? 0,
      `has more than ${mostUnderlines} lines of "---" or "===". Begin headings with "##".`,
    );
  }
  const notes = [...body.matchAll(/\[\^/g)];
  if (notes.length > mostNotes) {
    yield problemInBody(
      notes[mostNotes]?.index ?? 0,
      `has more than ${mostNotes} notes and numbers of notes. Split it into several stories.`,
    );
  }
}
