import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish as publishMarked } from './publish.ts';
import { type Files, folderWith } from './sample-content.ts';

const mark = 'index.html';

const publish = (
  folder: string,
  making: (draft: string) => Promise<void>,
  spare?: string,
): Promise<void> =>
  publishMarked(folder, making, { marks: [mark], ...(spare !== undefined && { spare }) });

/** Writes a site into the folder that it is given. */
const make =
  (files: Files) =>
  async (draft: string): Promise<void> => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(draft, name), text);
  };

test('a first site is published into folders that are not there yet', async () => {
  const folder = await folderWith();
  await publish(join(folder, 'a', 'dist'), make({ 'index.html': 'new' }));
  expect(await readFile(join(folder, 'a', 'dist', 'index.html'), 'utf8')).toBe('new');
});

test('a new site replaces the old one wholly', async () => {
  const folder = await folderWith({ 'dist/index.html': 'old', 'dist/gone/index.html': 'old' });
  await publish(join(folder, 'dist'), make({ 'index.html': 'new' }));
  expect(await readdir(join(folder, 'dist'))).toEqual(['index.html']);
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('new');
});

test('the old site stands whole while the new one is made', async () => {
  const folder = await folderWith({ 'dist/index.html': 'old' });
  const seen: string[] = [];
  await publish(join(folder, 'dist'), async (draft) => {
    await make({ 'index.html': 'new' })(draft);
    seen.push(await readFile(join(folder, 'dist', 'index.html'), 'utf8'));
  });
  expect(seen).toEqual(['old']);
});

test('the new site is made beside the old one, so that it can be moved at once', async () => {
  const folder = await folderWith();
  const drafts: string[] = [];
  await publish(join(folder, 'dist'), async (draft) => {
    drafts.push(draft);
    await make({ 'index.html': 'new' })(draft);
  });
  expect(drafts).toHaveLength(1);
  expect(drafts[0]?.startsWith(join(folder, '.dist-'))).toBe(true);
});

test('making that fails leaves the old site as it was, and tells the error', async () => {
  const folder = await folderWith({ 'dist/index.html': 'old' });
  const making = publish(join(folder, 'dist'), async (draft) => {
    await make({ 'index.html': 'half' })(draft);
    throw new Error('no ink');
  });
  await expect(making).rejects.toThrow('no ink');
  expect(await readdir(join(folder, 'dist'))).toEqual(['index.html']);
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('old');
});

test('making that fails where nothing was published leaves nothing', async () => {
  const folder = await folderWith();
  const making = publish(join(folder, 'dist'), () => Promise.reject(new Error('no ink')));
  await expect(making).rejects.toThrow('no ink');
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ['succeeds', false],
  ['fails', true],
])('no other folder stays behind when making %s', async (_how, fails) => {
  const folder = await folderWith({ 'dist/index.html': 'old' });
  const making = publish(join(folder, 'dist'), async (draft) => {
    await make({ 'index.html': 'new' })(draft);
    if (fails) throw new Error('no ink');
  });
  await making.catch(() => undefined);
  expect(await readdir(folder)).toEqual(['dist']);
});

test('what a publication of the same process left behind is not mixed into the new site', async () => {
  const folder = await folderWith({ [`.dist-next-${process.pid}/stray.html`]: 'stray' });
  await publish(join(folder, 'dist'), make({ 'index.html': 'new' }));
  expect(await readdir(join(folder, 'dist'))).toEqual(['index.html']);
  expect(await readdir(folder)).toEqual(['dist']);
});

test('a site can be published again and again', async () => {
  const folder = await folderWith();
  for (const text of ['one', 'two', 'three']) {
    await publish(join(folder, 'dist'), make({ 'index.html': text }));
    expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe(text);
  }
  expect(await readdir(folder)).toEqual(['dist']);
});

describe('what a killed build left', () => {
  /** No process has this number: Linux stops at 4,194,304. */
  const dead = 99_999_999;

  test('is cleared away', async () => {
    const folder = await folderWith({
      'dist/index.html': 'good',
      [`.dist-next-${dead}/index.html`]: 'half',
      [`.dist-next-${dead}-cache/store`]: 'half',
      [`.dist-last-${dead}/index.html`]: 'older',
    });
    await publish(join(folder, 'dist'), make({ 'index.html': 'new' }));
    expect(await readdir(folder)).toEqual(['dist']);
    expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('new');
  });

  test('is brought back where it was killed between taking away and putting in place', async () => {
    const folder = await folderWith({ [`.dist-last-${dead}/index.html`]: 'good' });
    const failing = publish(join(folder, 'dist'), () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('good');
    expect(await readdir(folder)).toEqual(['dist']);
  });

  test('is left alone while the process that works there is alive', async () => {
    const other = `.dist-next-${process.ppid}`;
    const folder = await folderWith({ [`${other}/index.html`]: 'at work' });
    await publish(join(folder, 'dist'), make({ 'index.html': 'new' }));
    expect(await readdir(folder)).toEqual([other, 'dist']);
  });
});

test('a build that writes nothing is refused, and the old site stays', async () => {
  const folder = await folderWith({ 'dist/index.html': 'good' });
  const nothing = publish(join(folder, 'dist'), () => Promise.resolve());
  await expect(nothing).rejects.toThrow('Nothing was written');
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('good');
});

test('a file is not replaced', async () => {
  const folder = await folderWith({ notes: 'mine' });
  await expect(publish(join(folder, 'notes'), make({ 'index.html': 'new' }))).rejects.toThrow(
    'notes is a file. Choose a folder with --outDir.',
  );
  expect(await readFile(join(folder, 'notes'), 'utf8')).toBe('mine');
});

test('a folder of somebody else is not replaced', async () => {
  const folder = await folderWith({ 'documents/notes': 'mine', 'documents/other': 'mine' });
  await expect(publish(join(folder, 'documents'), make({ [mark]: 'new' }))).rejects.toThrow(
    'documents holds "notes", and was not made by this command: all that stands there would be lost. Empty it, or choose another folder with --outDir.',
  );
  expect(await readdir(join(folder, 'documents'))).toEqual(['notes', 'other']);
});

test('an empty folder is', async () => {
  const folder = await folderWith();
  await mkdir(join(folder, 'dist'));
  await publish(join(folder, 'dist'), make({ [mark]: 'new' }));
  expect(await readdir(join(folder, 'dist'))).toEqual([mark]);
});

test('where a link leads to a folder, that is replaced, and the link stays', async () => {
  const folder = await folderWith({ 'served/index.html': 'old' });
  await symlink(join(folder, 'served'), join(folder, 'dist'));
  await publish(join(folder, 'dist'), make({ [mark]: 'new' }), join(folder, 'spare'));
  await publish(join(folder, 'dist'), make({ [mark]: 'newer' }), join(folder, 'spare'));
  expect(await readFile(join(folder, 'served', mark), 'utf8')).toBe('newer');
  expect((await lstat(join(folder, 'dist'))).isSymbolicLink()).toBe(true);
});

test('what a killed build took away from behind a link comes back', async () => {
  const folder = await folderWith({ '.served-last-99999999/index.html': 'good' });
  await symlink(join(folder, 'served'), join(folder, 'dist'));
  const failing = publish(join(folder, 'dist'), () => Promise.reject(new Error('no ink')));
  await expect(failing).rejects.toThrow('no ink');
  expect(await readFile(join(folder, 'dist', mark), 'utf8')).toBe('good');
});

test.each(['.', '..', '/', 'content', 'src', 'public', 'node_modules'])(
  'what sites are made from is not replaced: %s',
  async (folder) => {
    const nothing = publish(folder, () => Promise.reject(new Error('Work has begun.')));
    await expect(nothing).rejects.toThrow(/would be replaced, and .* with it\. Choose another/);
  },
);

describe('with a spare folder', () => {
  /** Publishes a site of one file, and tells what stood in the folder that was given. */
  async function publishOver(folder: string, text: string): Promise<string[]> {
    let found: string[] = [];
    const over = async (draft: string): Promise<void> => {
      found = await readdir(draft);
      for (const name of found) await rm(join(draft, name));
      await make({ [mark]: text, [`${text}.html`]: text })(draft);
    };
    await publish(join(folder, 'dist'), over, join(folder, 'cache', 'spare'));
    return found;
  }

  test('what was replaced is given to the next one but the folder that stands', async () => {
    const folder = await folderWith({ 'cache/list': '' });
    expect(await publishOver(folder, 'one')).toEqual([]);
    expect(await publishOver(folder, 'two')).toEqual([]);
    expect(await readdir(join(folder, 'cache', 'spare'))).toEqual([mark, 'one.html']);
    expect(await publishOver(folder, 'three')).toEqual([mark, 'one.html']);
    expect(await readdir(join(folder, 'dist'))).toEqual([mark, 'three.html']);
    expect(await readdir(folder)).toEqual(['cache', 'dist']);
  });

  test('making that fails leaves the site, and puts the spare folder back', async () => {
    const folder = await folderWith({
      'dist/index.html': 'old',
      'cache/spare/index.html': 'older',
    });
    const making = publish(
      join(folder, 'dist'),
      () => Promise.reject(new Error('no ink')),
      join(folder, 'cache', 'spare'),
    );
    await expect(making).rejects.toThrow('no ink');
    expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, 'cache', 'spare', 'index.html'), 'utf8')).toBe('older');
    expect((await readdir(folder)).sort()).toEqual(['cache', 'dist']);
  });

  test('where it cannot be kept, what was replaced goes', async () => {
    const folder = await folderWith({ 'dist/index.html': 'old' });
    await publishOver(folder, 'new');
    expect(await readdir(folder)).toEqual(['dist']);
  });
});
