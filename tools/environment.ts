/** Imported first: what Astro should not do while we run it, and how what goes wrong is told. */
import { fileErrorWithPath } from '#build/file-errors.ts';
import { networkErrorInWords } from './network-errors.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DEV_BACKGROUND'] = '0';
process.env['ASTRO_PREVIEW_BACKGROUND'] = '0';

/** A command that was called with what it cannot use; the message says what to write. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors that are made for whoever runs a command: their message says it all. */
const forPeople = new Set([
  'CacheError',
  'ChecksumError',
  'ContentError',
  'OutDirError',
  'ProjectError',
  'SettingsError',
  'UsageError',
]);

/** Ends with exit code 1, in words where they were meant for people. */
export function fail(error: unknown): never {
  // By name: Astro's bundle holds a copy of these classes of its own.
  const isPlain =
    error instanceof Error &&
    (forPeople.has(error.name) ||
      String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'));
  console.error(
    isPlain ? error.message : (networkErrorInWords(error) ?? fileErrorWithPath(error) ?? error),
  );
  process.exit(1);
}

process.on('uncaughtException', fail);
