import { availableParallelism } from 'node:os';

/** Works through the items with as many hands as the machine has cores. */
export const onEveryCore = <Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> => workThrough(forEveryCore(items), work);

/** One queue, as often as the machine has cores. */
export const forEveryCore = <Item>(items: Iterable<Item>): Iterable<Item>[] =>
  new Array<Iterable<Item>>(availableParallelism()).fill(Iterator.from(items));

/**
 * Works through queues, with a hand for each; hands may share one. After a failure, no hand begins anything more, and
 * the error is told when all have ended: who clears up then finds nobody at work.
 */
export async function workThrough<Item>(
  queues: readonly Iterable<Item>[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  let isBroken = false;
  const hands = queues.map(async (queue) => {
    for (const item of queue) {
      if (isBroken) return;
      await work(item).catch((error: unknown) => {
        isBroken = true;
        throw error;
      });
    }
  });
  await Promise.allSettled(hands);
  await Promise.all(hands);
}
