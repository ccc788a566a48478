import { readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { CacheError, KeptRecords } from './kept-records.ts';
import { type FileToRead, readRecords } from './file-record.ts';
import { articleText, folderWith, svg } from './sample-content.ts';

let folder: string;
const names = ['ships', 'quay'];

beforeEach(async () => {
  folder = await folderWith({
    'articles/en/ships.md': articleText({}, 'Four ships. ![A map](map.svg)\n'),
    'articles/en/quay.md': articleText(),
    'articles/en/map.svg': svg,
  });
  // Files that were changed just now are read again, for they may be changed once more in the same moment.
  await Promise.all([...names.map((name) => `${name}.md`), 'map.svg'].map(age));
});

const at = (name: string): string => join(folder, 'articles', 'en', name);
const age = (name: string): Promise<void> => utimes(at(name), 1000, 1000);

const files = (): FileToRead[] =>
  names.map((name) => ({
    kind: 'articles',
    file: at(`${name}.md`),
    place: { edition: 'en', slug: name, address: `articles/${name}/` },
  }));

/** Asks for all records as a build does; says which files were read for that, and what the bodies are. */
interface Asked {
  readonly read: string[];
  readonly bodies: (string | undefined)[];
}

async function ask(key = 'key'): Promise<Asked> {
  return (await askKept(key)).asked;
}

async function askKept(key = 'key'): Promise<{ kept: KeptRecords; asked: Asked }> {
  const kept = await KeptRecords.open(join(folder, 'cache'), key);
  const options = { contentDir: folder, siteUrl: new URL('https://site.example/') };
  const read: string[] = [];
  let isPrepared = false;
  const records = await kept.records({
    prepare: () => {
      isPrepared = true;
    },
    read: async (some, take) => {
      expect(isPrepared).toBe(true);
      read.push(...some.map(({ place }) => place.slug));
      for (const [number, record] of (await readRecords(options)(some)).entries()) {
        take(number, record);
      }
    },
  })(files());
  expect(isPrepared).toBe(read.length > 0);
  await kept.save();
  return { kept, asked: { read, bodies: records.map(({ body }) => body?.html) } };
}

const keptBody = async (): Promise<string> => {
  const paths = await readdir(join(folder, 'cache'), { recursive: true });
  const [path = ''] = paths.filter((name) => /^..[/\\]\w{62}$/.test(name)).sort();
  return join(folder, 'cache', path);
};

test('what was read is not read again, and says the same', async () => {
  const first = await ask();
  expect(first.read).toEqual(['ships', 'quay']);
  expect(first.bodies[0]).toContain('<img');
  expect(await ask()).toEqual({ read: [], bodies: first.bodies });
});

test('a file that changed is read', async () => {
  await ask();
  await writeFile(at('quay.md'), articleText({}, 'The quay.\n'));
  const { read, bodies } = await ask();
  expect(read).toEqual(['quay']);
  expect(bodies[1]).toBe('<p>The quay.</p>');
});

test('what changed is told, and makes another digest', async () => {
  const { kept: first } = await askKept();
  expect(first.changed).toEqual([]);
  const { kept: same } = await askKept();
  expect([same.changed, same.digest]).toEqual([[], first.digest]);
  await writeFile(at('quay.md'), articleText({}, 'The quay.\n'));
  const { kept: other } = await askKept();
  expect(other.changed).toEqual([at('quay.md')]);
  expect(other.digest).not.toBe(first.digest);
  const { kept: again } = await askKept();
  expect([again.changed, again.digest]).toEqual([[], other.digest]);
});

test('a picture that changed is told by the file that names it', async () => {
  const { kept: first } = await askKept();
  await writeFile(at('map.svg'), svg.replace('40', '80'));
  const { kept: other } = await askKept();
  expect(other.changed).toEqual([at('ships.md')]);
  expect(other.digest).not.toBe(first.digest);
});

test('a file whose time alone changed is not read as Markdown again', async () => {
  await ask();
  await utimes(at('quay.md'), 2000, 2000);
  expect((await ask()).read).toEqual([]);
});

test('a file that kept its size and its time is another one if it is another file', async () => {
  await ask();
  await writeFile(at('new.md'), articleText({}, 'Five ships came in.\n'));
  await age('new.md');
  await rename(at('new.md'), at('quay.md'));
  expect((await ask()).bodies[1]).toBe('<p>Five ships came in.</p>');
});

test.each([
  ['changed', () => writeFile(at('map.svg'), svg.replace('40', '80'))],
  ['went', () => rm(at('map.svg'))],
])('a file whose picture %s is read again', async (_how, change) => {
  await ask();
  await change();
  expect((await ask()).read).toEqual(['ships']);
});

test('a picture that was missed and came is seen', async () => {
  await rm(at('map.svg'));
  expect((await ask()).bodies[0]).not.toContain('<img');
  await writeFile(at('map.svg'), svg);
  expect((await ask()).bodies[0]).toContain('<img');
});

test('other code or other settings read everything anew', async () => {
  await ask();
  expect((await ask('other')).read).toEqual(['ships', 'quay']);
});

test.each(['', 'no list', '0'.repeat(40)])(
  'a list of records that reads %j counts as none',
  async (text) => {
    await ask();
    await writeFile(join(folder, 'cache', 'records'), text);
    expect((await ask()).read).toEqual(['ships', 'quay']);
  },
);

test('a body that is not as it was kept is read anew', async () => {
  const { bodies } = await ask();
  await writeFile(await keptBody(), 'spoiled');
  const again = await ask();
  expect(again.read).toHaveLength(1);
  expect(again.bodies).toEqual(bodies);
});

test('a body that goes while it is needed is told, and not taken for an empty one', async () => {
  await ask();
  const kept = await KeptRecords.open(join(folder, 'cache'), 'key');
  const records = await kept.records({ prepare: () => undefined, read: () => Promise.resolve() })(
    files(),
  );
  await rm(join(folder, 'cache'), { recursive: true });
  expect(() => records[0]?.body?.html).toThrow(CacheError);
});

test('a file with a mistake is read again: why it could not be read may be gone without a trace in it', async () => {
  await rm(at('map.svg'));
  expect((await ask()).read).toEqual(['ships', 'quay']);
  expect((await ask()).read).toEqual(['ships']);
});
