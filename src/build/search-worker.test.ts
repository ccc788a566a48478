import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { SiteFile } from './kept-files.ts';
import type { RecordList } from './search-worker.ts';
import { threadOf } from './thread.ts';

/** Processes that any thread of this one has started; Linux tells them. */
const children = (): string[] => readdirSync('/proc/self/task').flatMap(childrenOf);

function childrenOf(task: string): string[] {
  try {
    const list = readFileSync(`/proc/self/task/${task}/children`, 'utf8');
    return list.split(' ').filter((pid) => pid !== '');
  } catch {
    // The thread has ended.
    return [];
  }
}

const story = {
  path: '/articles/ships/',
  title: 'Ships',
  date: '8 July 2024',
  publishedAt: '2024-07-08T09:00:00Z',
  categories: ['World'],
  year: '2024',
  text: 'Four ships came in.',
};
const question: RecordList = {
  path: 'search/records/newest.json',
  list: Buffer.from(JSON.stringify([story])),
};

test.runIf(process.platform === 'linux')(
  'who waits for an index is told when the program that makes it has ended',
  async () => {
    const before = new Set(children());
    const { ask, end } = threadOf<RecordList, SiteFile[]>(
      new URL('./search-worker.ts', import.meta.url),
    );
    expect((await ask(question)).length).toBeGreaterThan(3);
    const program = children().find((pid) => !before.has(pid));
    process.kill(Number(program), 'SIGKILL');
    while (children().includes(String(program))) await setImmediate();
    await expect(ask(question)).rejects.toThrow('The program of Pagefind ended by itself.');
    await end();
  },
  // Pagefind starts while other tests are at work.
  60_000,
);
