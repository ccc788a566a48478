import { afterEach, expect, test } from 'vitest';
import { type Thread, threadOf } from './thread.ts';

interface Answer {
  readonly half: number;
}

/** A module that halves even numbers, the larger ones later, and ends itself when it is asked for nothing. */
const module = `
  import { answerAll } from ${JSON.stringify(new URL('./thread.ts', import.meta.url).href)};
  answerAll(async (number) => {
    if (number === undefined) process.exit(3);
    if (number % 2) throw new TypeError(number + ' is odd');
    for (let turn = 0; turn < number; turn++) await new Promise(setImmediate);
    return { half: number / 2 };
  });
`;

let thread: Thread<number | undefined, Answer>;
const start = (code = module) => {
  thread = threadOf(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  return thread;
};
afterEach(() => thread.end());

test('each question gets its own answer, whichever is ready first', async () => {
  const { ask } = start();
  expect(await Promise.all([ask(40), ask(2), ask(20)])).toEqual([
    { half: 20 },
    { half: 1 },
    { half: 10 },
  ]);
});

test('an error comes as it was thrown, and the next question is answered', async () => {
  const { ask } = start();
  await expect(ask(3)).rejects.toThrow(new TypeError('3 is odd'));
  expect(await ask(4)).toEqual({ half: 2 });
});

test('who waits for a thread that ends by itself is told', async () => {
  const { ask } = start();
  await expect(ask(undefined)).rejects.toThrow(
    'A thread of the build ended by itself, with code 3.',
  );
  await expect(ask(2)).rejects.toThrow('ended by itself');
});

test('a module that cannot be loaded is told, also to who asks later', async () => {
  const { ask } = start('throw new Error("no module")');
  await expect(ask(2)).rejects.toThrow('no module');
  await expect(ask(2)).rejects.toThrow('no module');
});

test('a thread may start before it is asked', async () => {
  const started = start();
  started.start();
  started.start();
  expect(await started.ask(2)).toEqual({ half: 1 });
});

test('a thread that was never asked has nothing to end', async () => {
  await expect(start('throw new Error("started")').end()).resolves.toBeUndefined();
});
