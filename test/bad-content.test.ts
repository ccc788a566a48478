import { cp, mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuildResult, runBuild, runTool } from './build-site.ts';
import { copyFixture } from './fixture-content.ts';

let folder: string;
let result: BuildResult;

const at = (path: string): string => join(folder, 'content', path);

async function change(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(at(path), 'utf8');
  await writeFile(at(path), text.replace(from, to));
}

// One build tells of all problems: each is made once, and each test looks for its message.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-content-'));
  await copyFixture(at(''));
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist', 'index.html'), 'the last good site');
  for (const mark of ['SHA256SUMS', 'build.json']) await writeFile(join(folder, 'dist', mark), '');
  await change('articles/en/2024/plain.md', 'palestine-news', 'palestine-new');
  await change('articles/en/2024/plain.md', '[ada]', '[nobody]');
  await change('articles/en/2024/deep/closed.md', /title: .*\n/, '');
  await change('articles/en/2024/deep/closed.md', '2024-06-01T09:00:00+03:00', '2024-02-30');
  await change('articles/en/everything.md', 'kicker:', 'kiker:');
  await change('articles/en/2024/quiet.md', './wounded.svg', './no-such.svg');
  await cp(at('articles/en/expired.md'), at('articles/en/2024/expired.md'));
  await writeFile(at('articles/en/empty.md'), '');
  await writeFile(at('articles/en/prose.md'), 'No front matter.\n');
  await change('articles/en/draft.md', 'title: Xylophone draft', 'title: "Xylophone');
  await unlink(at('authors/ben.md'));
  result = await runBuild(join(folder, 'dist'), { CONTENT_DIR: at('') });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  [
    'an unknown category',
    'plain.md:4:14 categories.0: is "palestine-new", which is not known. Use one of: gaza-news, palestine-news, world.',
  ],
  [
    'an unknown author in a file with another mistake',
    'plain.md:6:11 authors.0: names "nobody", who is not known.',
  ],
  [
    'an unknown author',
    'quiet.md:5:11 authors.0: names "ben", who is not known. Add authors/ben.md',
  ],
  ['a missing field', 'closed.md:2:1 title: is missing. Add it.'],
  [
    'a date that is none',
    'closed.md:5:1 publishedAt: is "2024-02-30", not a date-time with a zone. Write it like',
  ],
  [
    'an unknown field',
    'everything.md:4:1 kiker: is no field of this kind of file. Did you mean kicker?',
  ],
  ['a missing picture', 'quiet.md:9:3 image.src: names "./no-such.svg", but'],
  ['a slug that stands twice', 'expired.md:2:1 file: has the same slug as'],
  ['an empty file', 'empty.md:1:1 file: is empty. Write the story, or delete the file.'],
  [
    'a file without front matter',
    'prose.md:1:1 file: has no front matter. Begin the file with a line "---"',
  ],
  ['front matter that is no YAML', 'draft.md:24:1 file: Missing closing'],
])('%s is told with file, place, field and cure', (_what, message) => {
  expect(result.output).toContain(message);
});

test('the build ends with exit code 1, counts the problems, and shows no stack trace', () => {
  expect(result.code).toBe(1);
  expect(result.output).toMatch(/^\d+ problems in the content\. Nothing was published\.$/m);
  expect(result.output).not.toMatch(/^\s+at .*:\d+/m);
});

/** The lines that tell of problems; what is only worth a warning begins with that word. */
const problemsIn = (output: string): string[] =>
  output.split('\n').filter((line) => line.startsWith(folder));

test('each problem is a line of its own', () => {
  const all = result.output.trim().split('\n');
  const lines = all.slice(all.findIndex((line) => line.includes('problems in the content')) + 1);
  expect(lines).toEqual(problemsIn(result.output));
  expect(lines.length).toBeGreaterThanOrEqual(10);
  for (const line of lines) expect(line).toMatch(/^\S+\.md:\d+:\d+ [\w.]+: .+[.?]$/);
});

test('the check of the content tells the same, line by line', async () => {
  const { code, output } = await runTool(['check.ts', 'content'], { CONTENT_DIR: at('') });
  expect(code).toBe(1);
  expect(problemsIn(output)).toEqual(problemsIn(result.output));
});

test('what was published before is left as it was', async () => {
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('the last good site');
  expect((await readdir(folder)).sort()).toEqual(['content', 'dist']);
});
