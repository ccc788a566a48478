/** A thread that makes indexes of lists of records. */
import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { closeIndexer, searchFiles } from './search-index.ts';
import { answerAll } from './thread.ts';

export interface RecordList {
  /** As its page is published, which it is not: the index stands in its place. */
  readonly path: string;
  readonly list: Uint8Array;
}

let program: ChildProcess | undefined;
let isDone = false;
subscribe('child_process', (message) => {
  program = (message as { readonly process: ChildProcess }).process;
  program.once('exit', () => {
    // Pagefind would wait for its answer for ever. An error that nobody catches ends the thread, and so the build.
    if (!isDone) throw new Error('The program of Pagefind ended by itself. Build again.');
  });
});

answerAll(
  ({ path, list }: RecordList) => searchFiles(path, list),
  async () => {
    isDone = true;
    await closeIndexer();
    // Pagefind does not wait for its program: the time that it took would be told to nobody.
    if (program?.exitCode !== null || program.signalCode !== null) return;
    program.ref();
    await once(program, 'exit');
  },
);
