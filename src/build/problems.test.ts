import { expect, test } from 'vitest';
import { ContentError, formatNotices, formatProblems, type Problem } from './problems.ts';

const problem = (fields: Partial<Problem> = {}): Problem => ({
  file: 'content/a.md',
  line: 2,
  column: 3,
  field: 'title',
  message: 'is missing. Add it.',
  ...fields,
});

test('a problem is one line with file, place, field and message', () => {
  expect(formatProblems([problem()])).toBe('content/a.md:2:3 title: is missing. Add it.');
});

test('no problems are no lines', () => {
  expect(formatProblems([])).toBe('');
});

test('problems stand in the order of files, lines and columns, numbers as numbers', () => {
  const problems = [
    problem({ file: 'b.md', line: 1 }),
    problem({ file: 'a.md', line: 10 }),
    problem({ file: 'a.md', line: 9, column: 12 }),
    problem({ file: 'a.md', line: 9, column: 4 }),
    problem({ file: 'B.md', line: 30 }),
  ];
  expect(
    formatProblems(problems)
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['B.md:30:3', 'a.md:9:4', 'a.md:9:12', 'a.md:10:3', 'b.md:1:3']);
});

test('no name or message breaks its line, or sends orders to the terminal', () => {
  const hostile = problem({ file: 'a\u001b[2Jb.md', message: 'is "x\ny\u202ez". Mend it.' });
  expect(formatProblems([hostile])).toBe(
    String.raw`a\u001b[2Jb.md:2:3 title: is "x\u000ay\u202ez". Mend it.`,
  );
});

test('problems at one place keep their order', () => {
  const problems = [problem({ field: 'title' }), problem({ field: 'authors' })];
  expect(formatProblems(problems)).toMatch(/title: .*\n.* authors: /);
});

test('putting problems in order leaves the list that was given as it is', () => {
  const problems = Object.freeze([problem({ file: 'b.md' }), problem({ file: 'a.md' })]);
  formatProblems(problems);
  expect(problems.map(({ file }) => file)).toEqual(['b.md', 'a.md']);
});

test('each notice is marked as a warning', () => {
  expect(formatNotices([problem({ line: 5 }), problem()])).toBe(
    'Warning: content/a.md:2:3 title: is missing. Add it.\n' +
      'Warning: content/a.md:5:3 title: is missing. Add it.',
  );
});

test('the error counts the problems, lists them, and says that nothing was published', () => {
  const { message, name } = new ContentError([problem({ line: 5 }), problem()]);
  expect(name).toBe('ContentError');
  expect(message.split('\n')).toEqual([
    '2 problems in the content. Nothing was published.',
    'content/a.md:2:3 title: is missing. Add it.',
    'content/a.md:5:3 title: is missing. Add it.',
  ]);
});

test('a single problem is counted in words', () => {
  expect(new ContentError([problem()]).message).toMatch(/^One problem in the content\. /);
});

test('whoever publishes nothing says what becomes of it', () => {
  expect(new ContentError([problem()], 'The preview waits.').message).toMatch(
    /^One problem in the content\. The preview waits\.\n/,
  );
});
