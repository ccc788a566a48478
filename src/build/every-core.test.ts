import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { onEveryCore, workThrough } from './every-core.ts';

test('each item is worked at once', async () => {
  const done: number[] = [];
  await onEveryCore([1, 2, 3, 4, 5], (item) => Promise.resolve(done.push(item)));
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});

test('a queue has its own hand', async () => {
  const begun: string[] = [];
  let goOn = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (goOn = resolve));
  await workThrough([['slow'], ['a', 'b']], async (item) => {
    begun.push(item);
    if (item === 'slow') await waiting;
    if (item === 'b') goOn();
  });
  expect(begun).toEqual(['slow', 'a', 'b']);
});

test('after a failure nothing is begun, and it is told when all have ended', async () => {
  const done: string[] = [];
  const working = workThrough(
    [
      ['bad', 'never'],
      ['slow', 'never'],
    ],
    async (item) => {
      if (item === 'bad') throw new Error('no ink');
      await setImmediate();
      done.push(item);
    },
  );
  await expect(working).rejects.toThrow('no ink');
  expect(done).toEqual(['slow']);
});
