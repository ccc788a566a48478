import { availableParallelism } from 'node:os';

/** Works through the items with as many hands as the machine has cores. */
export async function onEveryCore<Item>(
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  // All hands take from one queue.
  const queue = Iterator.from(items);
  const hand = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, hand));
}
