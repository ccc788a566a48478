import { availableParallelism } from 'node:os';

/** Works through the items with as many hands as the machine has cores. */
export const onEveryCore = <Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> => workThrough(forHands(availableParallelism(), items), work);

/** One queue for a number of hands: each takes the next item when it has done with its last. */
const forHands = <Item>(hands: number, items: Iterable<Item>): Iterable<Item>[] =>
  new Array<Iterable<Item>>(hands).fill(Iterator.from(items));

/**
 * Works through queues, with a hand for each; hands may share one, and wait for one. After a failure, no hand begins
 * anything more, and the error is told when all have ended: who clears up then finds nobody at work.
 */
export async function workThrough<Item>(
  queues: readonly (Iterable<Item> | Promise<Iterable<Item>>)[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  let isBroken = false;
  const hands = queues.map(async (queue) => {
    for (const item of await queue) {
      if (isBroken) return;
      await work(item).catch((error: unknown) => {
        isBroken = true;
        throw error;
      });
    }
  });
  await allOf(hands);
}

/** As `Promise.all`, but tells an error when all have ended. */
export async function allOf<Works extends readonly Promise<unknown>[] | []>(
  works: Works,
): Promise<{ -readonly [Index in keyof Works]: Awaited<Works[Index]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
