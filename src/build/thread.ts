/** Threads that answer what they are asked: several questions at a time, each by itself. */
import { parentPort, Worker } from 'node:worker_threads';

export interface Thread<Question, Answer> {
  /** Lets it load what it needs before it is asked; otherwise it starts with the first question. */
  readonly start: () => void;
  readonly ask: (question: Question) => Promise<Answer>;
  /** Lets it clear up; nothing is asked afterwards. */
  readonly end: () => Promise<void>;
}

interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

type Told<Answer> = { readonly id: number } & (
  { readonly answer: Answer } | { readonly error: unknown }
);

const theEnd = 'end';

/** A thread that runs a module; that calls `answerAll`, and finds `data` as its `workerData`. */
export function threadOf<Question, Answer>(module: URL, data?: unknown): Thread<Question, Answer> {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let asked = 0;
  let worker: Worker | undefined;
  let ended: Promise<void> | undefined;
  /** Why there will be no more answers. */
  let failure: Error | undefined;

  function fail(error: unknown): void {
    failure ??= error instanceof Error ? error : new Error(String(error));
    for (const answer of waiting.values()) answer.reject(failure);
    waiting.clear();
  }

  function launch(): Worker {
    const started = new Worker(module, { workerData: data });
    started.on('error', fail);
    ended = new Promise((resolve) => {
      started.on('exit', (code) => {
        fail(new Error(`A thread of the build ended by itself, with code ${code}.`));
        resolve();
      });
    });
    started.on('message', (told: Told<Answer>) => {
      const answer = waiting.get(told.id);
      waiting.delete(told.id);
      if ('error' in told) answer?.reject(told.error);
      else answer?.resolve(told.answer);
    });
    return started;
  }

  return {
    start: () => {
      worker ??= launch();
    },
    ask: (question) => {
      if (failure !== undefined) return Promise.reject(failure);
      worker ??= launch();
      const answer = Promise.withResolvers<Answer>();
      waiting.set(asked, answer);
      worker.postMessage({ id: asked++, question } satisfies Asked<Question>);
      return answer.promise;
    },
    end: async () => {
      worker?.postMessage(theEnd);
      await ended;
    },
  };
}

/** What the module of a thread does: answers, and clears up at the end. */
export function answerAll(
  answer: (question: never) => Promise<unknown>,
  clearUp?: () => Promise<void>,
): void {
  const tell = (told: Told<unknown>): void => parentPort?.postMessage(told);
  parentPort?.on('message', (message: Asked<never> | typeof theEnd) => {
    if (message === theEnd) {
      parentPort?.close();
      void clearUp?.();
      return;
    }
    const { id, question } = message;
    answer(question).then(
      (answered) => {
        tell({ id, answer: answered });
      },
      (error: unknown) => {
        tell({ id, error });
      },
    );
  });
}
