/** Reads one text file of the content, or says why that cannot be. */
import { lstatSync, readFileSync } from 'node:fs';
import { fileErrorInWords } from './file-errors.ts';

export interface TextFile {
  readonly text: string;
  /** Begins with a byte-order mark, which is left out of the text. */
  readonly hasMark: boolean;
}

export interface Unreadable {
  /** What is wrong. What to do. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** More than the longest story that a body may be, in any script. */
const mostBytes = 2_000_000;

export function readText(file: string): TextFile | Unreadable {
  try {
    // Before it is opened: a pipe would never end, and a huge file would fill the memory.
    const { size } = lstatSync(file);
    if (size > mostBytes) {
      return atStart(`has more than ${mostBytes / 1_000_000} MB. Split it into several stories.`);
    }
    return decodeText(readFileSync(file));
  } catch (error) {
    return atStart(`cannot be read. ${fileErrorInWords(error) ?? String(error)}`);
  }
}

// One for all files: to make one takes longer than to read with it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const atStart = (message: string): Unreadable => ({ message, line: 1, column: 1 });

/** UTF-8 text with the line ends of today's machines, LF or CRLF. */
export function decodeText(bytes: Uint8Array): TextFile | Unreadable {
  if (/^(?:fffe|feff)/.test(Buffer.from(bytes.subarray(0, 2)).toString('hex'))) {
    return atStart('is UTF-16 text. Save it again with the encoding UTF-8.');
  }
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return atStart('is not UTF-8 text. Save it again with the encoding UTF-8.');
  }
  const hasMark = text.startsWith('\ufeff');
  if (hasMark) text = text.slice(1);

  const nul = text.indexOf('\0');
  if (nul !== -1) {
    const message =
      'holds a NUL byte. Save the file again with the encoding UTF-8, or type this place anew.';
    return { message, ...placeOf(text, nul) };
  }
  const lone = text.search(/\r(?!\n)/);
  if (lone !== -1) {
    const message = 'has a line end of old Macs (CR). Save it again with line ends LF.';
    return { message, ...placeOf(text, lone) };
  }
  return { text, hasMark };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
