import type { ReadingOptions, ReadRecords } from './file-record.ts';

/**
 * Reads files of the content. What reads them is loaded when there is something to read: parsers take longer
 * to load than a build that reads nothing.
 */
export const readHere =
  (options: ReadingOptions): ReadRecords =>
  async (files) =>
    (await import('./file-record.ts')).readRecords(options)(files);
