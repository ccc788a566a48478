import { expect, test } from 'vitest';
import { editions } from '#site.ts';
import { choose, editionFor } from './article-choices.ts';

const question = { name: 'edition', known: ['en', 'ar'], usual: 'en' };

/** Somebody who gives these answers, one after the other. */
function person(...answers: string[]) {
  const heard: string[] = [];
  const ask = (text: string): Promise<string> => {
    heard.push(text);
    return Promise.resolve(answers[heard.length - 1] ?? '');
  };
  return { heard, ask };
}

test('what is given is used, and nobody is asked', async () => {
  const { heard, ask } = person();
  expect(await choose({ ...question, given: 'ar', ask })).toEqual({ value: 'ar', isTaken: false });
  expect(heard).toEqual([]);
});

test('what is given but not known is told with what is', async () => {
  await expect(choose({ ...question, given: 'fr', ask: undefined })).rejects.toThrow(
    '--edition is "fr", which is not known. Use one of: en, ar.',
  );
});

test('what is missing is asked for, until the answer is known', async () => {
  const { heard, ask } = person('arabic', ' ar ');
  expect(await choose({ ...question, given: undefined, ask })).toEqual({
    value: 'ar',
    isTaken: false,
  });
  expect(heard).toEqual(['edition (en, ar) [en]: ', '"arabic" is not among them. edition [en]: ']);
});

test('an empty answer means the usual one', async () => {
  const { ask } = person('');
  expect(await choose({ ...question, given: undefined, ask })).toMatchObject({ value: 'en' });
});

test('where nobody can answer, or there is nothing to choose, the usual one is taken', async () => {
  const taken = { value: 'en', isTaken: true };
  const { heard, ask } = person();
  expect(await choose({ ...question, given: undefined, ask: undefined })).toEqual(taken);
  expect(await choose({ ...question, known: ['en'], given: undefined, ask })).toEqual(taken);
  expect(heard).toEqual([]);
});

test.each([
  ['Four ships came in', 'en'],
  ['أربع سفن تصل', 'ar'],
  ['سفينة Madleen تصل إلى الميناء', 'ar'],
  ['The word سفينة explained', 'en'],
  ['2024', 'en'],
])('the headline "%s" goes into the edition %s', (headline, id) => {
  expect(editionFor(headline, editions)?.id).toBe(id);
});
