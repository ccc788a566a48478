import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
let content: string;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'new-article-'));
  await mkdir(join(content, 'authors'));
  await writeFile(join(content, 'authors/ada.md'), '---\nname: Ada\n---\nAda writes.\n');
});

afterAll(() => rm(content, { recursive: true, force: true }));

/** Each run starts a Node, which takes its time on a machine that is busy with other tests. */
const patience = 60_000;

/** Runs the command where nobody can answer questions, at 22:30 on New Year's Eve in Gaza. */
async function run(...args: string[]): Promise<{ code: number | null; output: string }> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['tools/new-article.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, CONTENT_DIR: content, SOURCE_DATE_EPOCH: '1735677000' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, output: output.replaceAll('\\', '/') };
}

test(
  'the command writes a file once, and says where it is; then it says that it is there',
  { timeout: patience },
  async () => {
    const first = await run('Four ships');
    expect(first.output).toContain('/articles/en/2024/four-ships.md.');
    expect(first.code).toBe(0);
    const file = join(content, 'articles/en/2024/four-ships.md');
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/^publishedAt: 2024-12-31T23:00:00\+02:00$/m);
    await writeFile(file, `${text}Mine.\n`);
    const second = await run('Four ships');
    expect(second.output).toMatch(
      /^\S+\/four-ships\.md has the address "four-ships" already\. .*\n$/,
    );
    expect(second.code).toBe(1);
    expect(await readFile(file, 'utf8')).toBe(`${text}Mine.\n`);
  },
);

test('a mistake is told in one line, without a stack trace', { timeout: patience }, async () => {
  const { code, output } = await run('Four ships', '--titel', 'x');
  expect(output).toMatch(/^Unknown option '--titel'.*\n$/);
  expect(code).toBe(1);
});
