import { createContext, Script } from 'node:vm';

/** Thrown where work took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const room = createContext({}) as { work?: () => void };
const script = new Script('work()');

/**
 * Runs work that waits for nothing, and ends it when it takes too long: a parser that a text keeps busy for
 * hours cannot be stopped otherwise, short of a thread or a process of its own.
 * https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
 */
export function withinTime<T>(work: () => T, milliseconds = 30_000): T {
  let result: { readonly value: T } | undefined;
  const outer = room.work;
  room.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(room, { timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new TimeLimitError(`Took more than ${milliseconds / 1000} s.`);
  } finally {
    if (outer) room.work = outer;
    else delete room.work;
  }
  if (!result) throw new TimeLimitError('The work did not end.');
  return result.value;
}
