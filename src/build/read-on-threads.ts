/** Reads many files of the content on all cores. */
import { availableParallelism } from 'node:os';
import { allOf } from './every-core.ts';
import type {
  FileReader,
  FileRecord,
  FileToRead,
  ReadingOptions,
  ReadRecords,
} from './file-record.ts';
import type { Progress } from './progress.ts';
import { readHere } from './read-here.ts';
import { threadOf } from './thread.ts';

/** Fewer are read by one thread before another has started. */
const few = 60;
const portion = 20;

export function readOnThreads(options: ReadingOptions, startProgress: () => Progress): FileReader {
  const cores = availableParallelism();
  const here = readHere(options);
  let first: ReturnType<typeof threadFor> | undefined;
  const nextThread = (): ReturnType<typeof threadFor> => {
    const thread = first ?? threadFor(options);
    first = undefined;
    return thread;
  };
  return {
    prepare: () => {
      if (cores === 1) return;
      first = threadFor(options);
      first.start();
    },
    read: async (files, take) => {
      const progress = startProgress();
      progress.expect(files.length);
      const portions = Math.ceil(files.length / portion);
      const starts = Array.from({ length: portions }, (_, index) => index * portion);
      const readPortion = async (read: ReadRecords, start: number): Promise<void> => {
        const records = await read(files.slice(start, start + portion));
        for (const [offset, record] of records.entries()) {
          take(start + offset, record);
          progress.step();
        }
      };
      const queue = starts.values();
      // Also for a single file: loading what reads it takes longer than reading it, and this thread has other work.
      const readers = Array.from({ length: files.length < few ? 1 : cores }, async () => {
        const thread = cores === 1 ? undefined : nextThread();
        try {
          for (const start of queue) await readPortion(thread?.ask ?? here, start);
        } finally {
          await thread?.end();
        }
      });
      try {
        await allOf(readers);
      } finally {
        progress.end();
      }
    },
  };
}

const threadFor = ({ contentDir, siteUrl }: ReadingOptions) =>
  threadOf<readonly FileToRead[], readonly FileRecord[]>(
    new URL('./record-worker.ts', import.meta.url),
    { contentDir, siteUrl: siteUrl.href },
  );
