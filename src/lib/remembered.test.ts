import { expect, test } from 'vitest';
import { remembered } from './remembered.ts';

test('each question is answered once, even by nothing', () => {
  const asked: string[] = [];
  const answer = remembered((question: string) => {
    asked.push(question);
    return question === 'none' ? undefined : question.length;
  });
  expect(['one', 'none', 'one', 'none', 'three'].map(answer)).toEqual([
    3,
    undefined,
    3,
    undefined,
    5,
  ]);
  expect(asked).toEqual(['one', 'none', 'three']);
});
