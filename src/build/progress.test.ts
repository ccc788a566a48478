import { expect, test } from 'vitest';
import { progressLine, showProgress } from './progress.ts';

/** What is written while ten pages take this long each. */
function written(isTTY: boolean, milliseconds: number): string {
  let text = '';
  let now = 0;
  const write = (more: string) => (text += more);
  const progress = showProgress('pages made', { isTTY, write }, () => now);
  progress.expect(7);
  progress.expect(3);
  for (let page = 0; page < 10; page++) {
    now += milliseconds;
    progress.step();
  }
  progress.end();
  return text;
}

test('says what is done, how fast, and how long the rest takes', () => {
  expect(progressLine(1200, 10_000, 4000)).toBe('1,200 of 10,000, 300 a second, 30 s left');
});

test('what is soon over is not told', () => {
  expect(written(true, 1)).toBe('');
  expect(written(false, 1000)).toBe('');
});

test('a terminal shows one line, which goes in the end', () => {
  const text = written(true, 1000);
  expect(text).not.toContain('\n');
  expect(text.match(/\r/g)?.length).toBe(11);
  expect(text.endsWith('\r\u001b[K')).toBe(true);
});

test('a log gets plain lines, and few', () => {
  expect(written(false, 6000)).toBe(
    'pages made: 3 of 10, 0 a second, 42 s left\npages made: 6 of 10, 0 a second, 24 s left\npages made: 9 of 10, 0 a second, 6 s left\n',
  );
});
