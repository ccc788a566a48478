import { createContext, Script } from 'node:vm';

/** Thrown where work took longer than it may. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

const room = createContext({}) as { work?: () => void };
const script = new Script('work()');

/**
 * Runs work that waits for nothing, and ends it when it takes too long: a parser that a text keeps busy for
 * hours cannot be stopped otherwise, short of a thread or a process of its own. What counts is the time that
 * the processor gave to this thread: on a busy machine, work that was ended too early begins again.
 * https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options
 */
export function withinTime<T>(work: () => T, milliseconds = 10_000): T {
  for (let timeout = milliseconds; ;) {
    const before = process.threadCpuUsage();
    const done = runFor(work, timeout);
    if (done) return done.value;
    const { user, system } = process.threadCpuUsage(before);
    const got = (user + system) / 1000;
    if (got >= milliseconds / 2) {
      throw new TimeLimitError(`Took more than ${milliseconds / 1000} s.`);
    }
    timeout = Math.ceil((timeout * milliseconds) / Math.max(got, 1));
  }
}

/** The result of work, or undefined where it did not end in time. */
function runFor<T>(work: () => T, timeout: number): { readonly value: T } | undefined {
  const outer = room.work;
  let result: { readonly value: T } | undefined;
  room.work = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(room, { timeout });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
  } finally {
    if (outer) room.work = outer;
    else delete room.work;
  }
  return result;
}
