/** Reads many files of the content on all cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FileRecord, FileToRead, ReadingOptions, ReadRecords } from './file-record.ts';
import type { Progress } from './progress.ts';
import { readHere } from './read-here.ts';

/** Fewer are read sooner than threads are started. */
const few = 60;
const portion = 20;

export const readOnThreads =
  (options: ReadingOptions, progressOf: (files: number) => Progress): ReadRecords =>
  async (files) => {
    if (files.length < few || availableParallelism() === 1) {
      return readHere(options)(files);
    }
    const progress = progressOf(files.length);
    const records: FileRecord[] = [];
    const portions = Array.from({ length: Math.ceil(files.length / portion) }, (_, index) => index);
    const queue = portions.values();
    const threads = Array.from({ length: availableParallelism() }, async () => {
      const thread = startThread(options);
      try {
        for (const index of queue) {
          const start = index * portion;
          const read = await thread.read(files.slice(start, start + portion));
          for (const [offset, record] of read.entries()) {
            records[start + offset] = record;
            progress.step();
          }
        }
      } finally {
        await thread.end();
      }
    });
    await Promise.all(threads);
    progress.end();
    return records;
  };

function startThread({ contentDir, siteUrl }: ReadingOptions) {
  const worker = new Worker(new URL('./record-worker.ts', import.meta.url), {
    workerData: { contentDir, siteUrl: siteUrl.href },
  });
  return {
    read: (files: readonly FileToRead[]) =>
      new Promise<readonly FileRecord[]>((resolve, reject) => {
        worker.removeAllListeners('message').once('message', resolve);
        worker.removeAllListeners('error').once('error', reject);
        worker.removeAllListeners('exit').once('exit', (code) => {
          reject(new Error(`A thread that reads content ended by itself, with code ${code}.`));
        });
        worker.postMessage(files);
      }),
    end: () => worker.terminate(),
  };
}
