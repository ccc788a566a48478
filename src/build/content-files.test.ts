import { spawnSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listContent } from './content-files.ts';
import { type Files, folderWith, told } from './sample-content.ts';

async function list(files: Files, change?: (folder: string) => Promise<unknown>) {
  const folder = await folderWith({ 'articles/en/ships.md': '', ...files });
  await change?.(folder);
  const { files: found, problems } = await listContent(folder);
  return { found, lines: told(problems, folder) };
}

test('Markdown is listed by its kind, in the order of names, without notes and hidden files', async () => {
  const { found, lines } = await list({
    'articles/en/quay.md': '',
    'articles/ar/deep/er/quay.md': '',
    'articles/en/.quay.md': '',
    'articles/README.md': '',
    'authors/.gitkeep': '',
    'authors/ada.md': '',
    'pages/en/harbour.png': '',
    'harbour.png': '',
    'shared/harbour.png': '',
    LICENSE: '',
  });
  expect(lines).toEqual([]);
  expect(found).toEqual({
    articles: ['ar/deep/er/quay.md', 'en/quay.md', 'en/ships.md'],
    authors: ['ada.md'],
    comments: [],
    pages: [],
  });
});

test.each([
  [
    'quay.md',
    'stands beside the folders articles, authors, comments, pages. Move it into one, or take it out.',
  ],
  ['Articles/en/quay.md', 'stands in "Articles", which is not read. Did you mean articles?'],
  ['article/en/quay.md', 'stands in "article", which is not read. Did you mean articles?'],
  [
    'stories/en/quay.md',
    'stands in "stories", which is not read. Move it into one of articles, authors, comments, pages, or take it out.',
  ],
  ['authors', 'is a file, where the folder authors/ should be. Rename the file, or take it out.'],
])('a file in the wrong place is told: %s', async (path, message) => {
  const { lines } = await list({ [path]: '' });
  expect(lines).toEqual([`${path}:1:1 file: ${message}`]);
});

describe('symbolic links are refused, wherever they lead', () => {
  const message =
    'file: is a symbolic link, which may lead out of the content folder. Put the file or folder itself here.';

  test.each([
    ['to a file', 'articles/en/link.md', 'secret.md'],
    ['to a folder', 'articles/en/link', '.'],
    ['to nothing', 'articles/en/link.md', 'no-such.md'],
    ['to themselves', 'articles/en/link', 'link'],
    ['to a picture', 'articles/en/link.png', 'secret.png'],
    ['in place of a folder of stories', 'pages', '.'],
  ])('%s', async (_what, path, target) => {
    const outside = await folderWith({ 'secret.md': '', 'secret.png': '' });
    const { lines } = await list({}, (folder) =>
      symlink(target === 'link' ? target : join(outside, target), join(folder, path)),
    );
    expect(lines).toEqual([`${path}:1:1 ${message}`]);
  });
});

test.each(['articles/en/quay.md', 'articles/en/quay.png', 'pages/about.txt'])(
  'a folder named like a file is told: %s',
  async (path) => {
    const { lines } = await list({ [`${path}/inside.md`]: '' });
    expect(lines).toEqual([
      `${path}:1:1 file: is a folder with the name of a file. Rename the folder, or take it out.`,
    ]);
  },
);

test.skipIf(process.platform === 'win32')('a pipe is told, and not waited for', async () => {
  const { lines } = await list({}, (folder) => {
    spawnSync('mkfifo', [join(folder, 'articles', 'en', 'quay.md')]);
    return Promise.resolve();
  });
  expect(lines).toEqual([
    'articles/en/quay.md:1:1 file: is neither a file nor a folder. Take it out.',
  ]);
});

test('a content folder that is a file, or not there, is told', async () => {
  const folder = await folderWith({ file: '' });
  const [file, none] = [
    await listContent(join(folder, 'file')),
    await listContent(join(folder, 'none')),
  ];
  expect(told(file.problems, folder)).toEqual([
    'file:1:1 file: cannot be opened. A part of the path is a file, not a folder. Choose another place.',
  ]);
  expect(told(none.problems, folder)).toEqual([
    'none:1:1 file: cannot be opened. It is not there. Correct the name, or create it.',
  ]);
});

test('empty folders are no mistake', async () => {
  const { lines } = await list({}, (folder) =>
    mkdir(join(folder, 'comments', 'en'), { recursive: true }),
  );
  expect(lines).toEqual([]);
});
