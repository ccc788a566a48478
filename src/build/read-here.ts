import type { ReadingOptions, ReadRecords } from './file-record.ts';

/**
 * Reads files of the content. What reads them is loaded when there is something to read: parsers take longer
 * to load than a build that reads nothing.
 */
export function readHere(options: ReadingOptions): ReadRecords {
  let reader: Promise<ReadRecords> | undefined;
  return async (files) => {
    reader ??= import('./file-record.ts').then(({ readRecords }) => readRecords(options));
    return (await reader)(files);
  };
}
