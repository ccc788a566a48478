/** For the tests of this folder: small pieces of content, in folders that go when their test ends. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { formatProblems, type Problem } from './problems.ts';

/** What to write, by its path in the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function folderWith(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** The problems as an editor reads them, a line each, with paths from the folder. */
export const told = (problems: readonly Problem[], folder: string): string[] =>
  formatProblems(problems)
    .replaceAll('\\', '/')
    .replaceAll(`${folder.replaceAll('\\', '/')}/`, '')
    .split('\n')
    .filter((line) => line !== '');

/** Values as they stand in YAML; undefined leaves a field out. */
type Yaml = Readonly<Record<string, string | undefined>>;

const fileText = (fields: Yaml, body: string): string =>
  [
    '---',
    ...Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: ${value}`],
    ),
    '---',
    body,
  ].join('\n');

/** Title, description, categories, authors and publishedAt stand on lines 2 to 6, other fields below them. */
export const articleText = (fields: Yaml = {}, body = 'Four ships came in.\n'): string =>
  fileText(
    {
      title: 'Four ships',
      description: 'The harbour is open.',
      categories: '[world]',
      authors: '[ada]',
      publishedAt: '2024-07-08T09:00:00+03:00',
      ...fields,
    },
    body,
  );

export const authorText = (fields: Yaml = {}, body = 'Ada writes.\n'): string =>
  fileText({ name: 'Ada', ...fields }, body);

export const pageText = (fields: Yaml = {}, body = 'Who we are.\n'): string =>
  fileText({ title: 'About', description: 'Who we are.', ...fields }, body);

export const commentText = (fields: Yaml = {}, body = 'Good news.\n'): string =>
  fileText({ name: 'Basil', postedAt: '2024-07-09T09:00:00+03:00', ...fields }, body);

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>';
