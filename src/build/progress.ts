/** Tells whoever waits for a long build how far it is. */
import { performance } from 'node:perf_hooks';

export interface Progress {
  /** So many more are to be done. */
  readonly expect: (items: number) => void;
  readonly step: () => void;
  readonly end: () => void;
}

/** A terminal's line is written anew; a log gets few lines, and none for what is soon over. */
const terminal = { every: 200, after: 500 };
const log = { every: 15_000, after: 15_000 };

export function showProgress(
  what: string,
  { isTTY, write }: { isTTY: boolean; write: (text: string) => void } = {
    isTTY: process.stdout.isTTY,
    write: (text) => process.stdout.write(text),
  },
  clock: () => number = () => performance.now(),
): Progress {
  const { every, after } = isTTY ? terminal : log;
  const began = clock();
  let total = 0;
  let done = 0;
  let shown = false;
  let next = began + after;
  return {
    expect: (items) => {
      total += items;
    },
    step: () => {
      done++;
      const now = clock();
      if (now < next) return;
      next = now + every;
      shown = true;
      const line = `${what}: ${progressLine(done, total, now - began)}`;
      write(isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    },
    end: () => {
      if (shown && isTTY) write('\r\u001b[K');
    },
  };
}

/** "1,200 of 10,000, 310 a second, 28 s left". */
export function progressLine(done: number, total: number, milliseconds: number): string {
  const rate = (done / Math.max(1, milliseconds)) * 1000;
  const left = Math.ceil((total - done) / rate);
  const number = (value: number): string => value.toLocaleString('en');
  return `${number(done)} of ${number(total)}, ${number(Math.round(rate))} a second, ${number(left)} s left`;
}
