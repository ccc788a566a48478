/** Reads many files of the content on all cores. */
import { availableParallelism } from 'node:os';
import type { FileRecord, FileToRead, ReadingOptions, ReadRecords } from './file-record.ts';
import type { Progress } from './progress.ts';
import { readHere } from './read-here.ts';
import { threadOf } from './thread.ts';

/** Fewer are read sooner than threads are started. */
const few = 60;
const portion = 20;

export const readOnThreads =
  (options: ReadingOptions, startProgress: () => Progress): ReadRecords =>
  async (files) => {
    if (files.length < few || availableParallelism() === 1) {
      return readHere(options)(files);
    }
    const progress = startProgress();
    progress.expect(files.length);
    const records: FileRecord[] = [];
    const portions = Array.from({ length: Math.ceil(files.length / portion) }, (_, index) => index);
    const queue = portions.values();
    const threads = Array.from({ length: availableParallelism() }, async () => {
      const thread = startThread(options);
      try {
        for (const index of queue) {
          const start = index * portion;
          const read = await thread.ask(files.slice(start, start + portion));
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

const startThread = ({ contentDir, siteUrl }: ReadingOptions) =>
  threadOf<readonly FileToRead[], readonly FileRecord[]>(
    new URL('./record-worker.ts', import.meta.url),
    { contentDir, siteUrl: siteUrl.href },
  );
