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
subscribe('child_process', (message) => {
  program = (message as { readonly process: ChildProcess }).process;
});

answerAll(
  ({ path, list }: RecordList) => searchFiles(path, list),
  async () => {
    await closeIndexer();
    // Pagefind does not wait for its program: the time that it took would be told to nobody.
    if (program?.exitCode !== null || program.signalCode !== null) return;
    program.ref();
    await once(program, 'exit');
  },
);
