import { createHash } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makePictures, readPicture } from './make-pictures.ts';
import { findPicture, type PictureFile, type PublishedFile } from './pictures.ts';
import { type Files, folderWith, svg, told } from './sample-content.ts';
import { fromTelephone, photograph, traces } from './sample-photograph.ts';

/** Pictures of 4 by 3 pixels, made with sharp. */
const bytes = {
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAADElEQVQImWNgIAoAAAAnAAGfWjwcAAAAAElFTkSuQmCC',
  jpg: '/9j/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAADAAQDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AJUAB//Z',
  webp: 'UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoEAAMAAUAmJaQAA3AA/v02aAA=',
  avif: 'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAAA+gABAAAAAAAAAB4AAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFDgSACAAAAABRpc3BlAAAAAAAAAAQAAAADAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAmbWRhdBIACgg4BHmkBDQaQDIQGUJjBMAANAAAkEDOl7ddEg==',
  gif: 'R0lGODlhBAADAIAAAExpcQAAACH5BAUAAAAALAAAAAAEAAMAAAIDjI9WADs=',
} as const;

const file = (type: keyof typeof bytes): Uint8Array => Buffer.from(bytes[type], 'base64');

const story = (folder: string): string => join(folder, 'content', 'articles', 'en', 'ships.md');

/** What is found from content/articles/en/ships.md. */
async function find(src: string, files: Files = {}) {
  const folder = await folderWith(files);
  const found = await findPicture(join(folder, 'content'), story(folder), src);
  return { folder, found };
}

async function picture(src: string, files: Files): Promise<PictureFile> {
  const { found } = await find(src, files);
  if ('message' in found) throw new Error(`${src} ${found.message}`);
  return found.picture;
}

const one = ([first]: readonly PublishedFile[]): PublishedFile => {
  if (!first) throw new Error('Nothing is published.');
  return first;
};

async function message(src: string, files: Files = {}): Promise<string> {
  const { folder, found } = await find(src, files);
  if ('picture' in found) throw new Error(`${src} was found.`);
  return found.message.replaceAll(`${folder}/`, '');
}

describe('a picture', () => {
  test.each([
    ['png', file('png'), 'jpg'],
    ['jpg', file('jpg'), 'jpg'],
    ['jpeg', file('jpg'), 'jpg'],
    ['webp', file('webp'), 'jpg'],
    ['avif', file('avif'), 'jpg'],
    ['gif', file('gif'), 'png'],
  ])('of type %s is measured, and made anew', async (extension, content, fallback) => {
    const found = await picture(`./ships.${extension}`, {
      [`content/articles/en/ships.${extension}`]: content,
    });
    expect(found).toMatchObject({ width: 4, height: 3, renditions: [{ width: 4, height: 3 }] });
    expect(found.files.map(({ file }) => file)).toEqual([
      expect.stringMatching(new RegExp(`^ships-4\\.[0-9a-f]{10}\\.${fallback}$`)),
      expect.stringMatching(/^ships-4\.[0-9a-f]{10}\.avif$/),
    ]);
  });

  test.each([
    ['a viewBox', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>'],
    ['width and height', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>'],
    ['broken numbers', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 39.8 30.4"/>'],
  ])('drawn as SVG with %s has a size in whole pixels', async (_what, content) => {
    const found = await picture('./ships.svg', { 'content/articles/en/ships.svg': content });
    expect(found).toMatchObject({ width: 40, height: 30, files: [{ type: 'image/svg+xml' }] });
  });

  test('is found beside the file, in a folder, above it, and anywhere in the content', async () => {
    for (const [src, path] of [
      ['ships.svg', 'articles/en/ships.svg'],
      ['./ships.svg', 'articles/en/ships.svg'],
      ['./2024/ships.svg', 'articles/en/2024/ships.svg'],
      ['../ships.svg', 'articles/ships.svg'],
      ['../../ships.svg', 'ships.svg'],
      ['../../pages/en/../ships.svg', 'pages/ships.svg'],
    ] as const) {
      const { folder, found } = await find(src, { [`content/${path}`]: svg });
      expect(found, src).toMatchObject({
        picture: { files: [{ source: join(folder, 'content', path) }] },
      });
    }
  });

  test('is found where the content folder is named from the current one', async () => {
    const { folder } = await find('', { 'content/articles/en/ships.svg': svg });
    const found = await findPicture(`${folder}/./content/`, story(folder), 'ships.svg');
    expect(found).toHaveProperty('picture');
  });

  test('keeps its name if that can stand in an address, and the digest of its bytes', async () => {
    const digest = createHash('sha256').update(svg).digest('hex').slice(0, 10);
    const found = await picture('Four-ships.svg', { 'content/articles/en/Four-ships.svg': svg });
    expect(found.file).toBe(`Four-ships.${digest}.svg`);
  });

  test.each([
    ['four ships.svg', 'four-ships'],
    ['four.ships_2.svg', 'four-ships-2'],
    ['سفن.svg', '-'],
    ['a%&?#"<b.svg', 'a-b'],
  ])('named %s loses what cannot stand in an address', async (src, name) => {
    const found = await picture(src, { [`content/articles/en/${src}`]: svg });
    expect(found.file.split('.')[0]).toBe(name);
    expect(found.file).toMatch(/^[A-Za-z0-9-]+\.[0-9a-f]{10}\.svg$/);
  });

  test('may have its extension in capitals', async () => {
    const found = await picture('ships.PNG', { 'content/articles/en/ships.PNG': file('png') });
    expect(found.file).toMatch(/^ships-4\..*\.jpg$/);
  });

  test('has one name for the same bytes, and another for others', async () => {
    const files = {
      'content/articles/en/ships.svg': svg,
      'content/articles/ships.svg': svg,
      'content/ships.svg': svg.replace('40', '50'),
    };
    const beside = await picture('ships.svg', files);
    const above = await picture('../ships.svg', files);
    const other = await picture('../../ships.svg', files);
    expect(above.file).toBe(beside.file);
    expect(other.file).not.toBe(beside.file);
  });

  test('that is drawn is published as it was found', async () => {
    const { files } = await picture('ships.svg', { 'content/articles/en/ships.svg': svg });
    expect(String(await readPicture(one(files)))).toBe(svg);
  });

  test('that was taken is never published as it was found', async () => {
    const taken = await fromTelephone(40, 30);
    const { files } = await picture('ships.jpg', { 'content/articles/en/ships.jpg': taken });
    for (const published of files) {
      const bytes = Buffer.from(await readPicture(published));
      expect(bytes.includes(traces.camera), published.file).toBe(false);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: 30, height: 40 });
    }
  });
});

describe('making pictures', () => {
  test('says which photographs are broken, once each', async () => {
    const half = (await photograph(400, 300).jpeg().toBuffer()).subarray(0, 4000);
    const good = await photograph(40, 30).jpeg().toBuffer();
    const { folder, found } = await find('half.jpg', {
      'content/articles/en/half.jpg': half,
      'content/articles/en/good.jpg': good,
    });
    if ('message' in found) throw new Error(found.message);
    const other = await findPicture(join(folder, 'content'), story(folder), 'good.jpg');
    if ('message' in other) throw new Error(other.message);
    const problems = await makePictures([found.picture, other.picture]);
    expect(told(problems, folder)).toEqual([
      'content/articles/en/half.jpg:1:1 file: is a picture which cannot be read to its end. Save the picture again.',
    ]);
  });
});

describe('a picture that is another one than was found', () => {
  test.each(['drawn.svg', 'taken.jpg'])('is not published: %s', async (name) => {
    const { folder, found } = await find(name, {
      'content/articles/en/drawn.svg': svg,
      'content/articles/en/taken.jpg': await photograph(40, 30).jpeg().toBuffer(),
    });
    if ('message' in found) throw new Error(found.message);
    const source = join(folder, 'content', 'articles', 'en', name);
    await writeFile(source, await photograph(50, 30).jpeg().toBuffer());
    const refused = `${source}:1:1 file: was changed while the site was built. Build again.`;
    await expect(readPicture(one(found.picture.files))).rejects.toThrow(refused);
    if (name === 'taken.jpg') await expect(makePictures([found.picture])).rejects.toThrow(refused);
  });
});

test('what was made is made again in a build that trusts nothing', async () => {
  const taken = await photograph(44, 33).jpeg().toBuffer();
  const found = await picture('taken.jpg', { 'content/articles/en/taken.jpg': taken });
  await makePictures([found]);
  const { file: name } = one(found.files);
  const kept = join('node_modules', '.cache', 'pictures', name);
  const made = await readFile(kept);
  await writeFile(kept, 'Something else.');
  await makePictures([found]);
  expect(String(await readFile(kept))).toBe('Something else.');
  await makePictures([found], { cold: true });
  expect(await readFile(kept)).toEqual(made);
});

describe('refused, with what to do:', () => {
  test.each([
    ['https://example.org/ships.png', './ships.png'],
    ['HTTP://example.org/ships.png', './ships.png'],
    ['//example.org/ships.png', './ships.png'],
    ['/content/articles/en/ships.png', './ships.png'],
    ['/', './picture.jpg'],
    ['file:///ships.png', './ships.png'],
  ])('%s, which is not beside the file', async (src, cure) => {
    expect(await message(src, { 'content/articles/en/ships.png': file('png') })).toBe(
      `names "${src}", which is not beside this file. Save the picture in the same folder and write ${cure}.`,
    );
  });

  test.each(['data:image/png;base64,AA', 'javascript:alert(1)', 'C:\\ships.png'])(
    '%s, which is an address',
    async (src) => {
      expect(await message(src)).toMatch(/which is not beside this file\. Save the picture/);
    },
  );

  test.each(['../../../ships.svg', '../../../content-2/ships.svg', 'a/../../../../ships.svg'])(
    '%s, which is outside the content folder',
    async (src) => {
      expect(await message(src, { 'ships.svg': svg, 'content-2/ships.svg': svg })).toBe(
        `names "${src}", which is outside the content folder. Save the picture beside this file.`,
      );
    },
  );

  test.each(['ships.md', 'ships.pdf', 'ships', '.', './', 'ships.svg.html', 'ships.svg?a=b'])(
    '"%s", which is no picture by its name',
    async (src) => {
      expect(await message(src, { 'content/articles/en/ships.svg': svg })).toBe(
        `names "${src}", which is no picture. Use .svg, .png, .jpg, .jpeg, .webp, .avif, .gif.`,
      );
    },
  );

  test('a picture that is not there, with the place where it was looked for', async () => {
    expect(await message('./ships.png')).toBe(
      'names "./ships.png", but content/articles/en/ships.png does not exist. Save the picture there or correct the name.',
    );
  });

  test('a folder with the name of a picture', async () => {
    const folder = await folderWith();
    await mkdir(join(folder, 'content', 'articles', 'en', 'ships.png'), { recursive: true });
    const found = await findPicture(join(folder, 'content'), story(folder), 'ships.png');
    expect(found).toHaveProperty('message');
  });

  test.each([
    ['text with the name of a picture', 'ships.png', 'hello'],
    ['an empty file', 'ships.png', ''],
    ['half a picture', 'ships.png', file('png').subarray(0, 20)],
    ['an SVG without a size', 'ships.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG of no size', 'ships.svg', svg.replace('40 30', '0 0')],
    ['an SVG that rounds to no size', 'ships.svg', svg.replace('40 30', '0.2 0.2')],
  ])('%s, whose size cannot be read', async (_what, src, content) => {
    expect(await message(src, { [`content/articles/en/${src}`]: content })).toBe(
      `names "${src}", whose size cannot be read. Save the picture again, an SVG with a viewBox.`,
    );
  });
});

describe('a symbolic link', () => {
  test.each(['leak.svg', 'folder/leak.svg'])('is not followed: %s', async (name) => {
    const outside = await folderWith({ 'leak.svg': svg });
    const folder = await folderWith({ 'content/articles/en/ships.md': '' });
    const here = join(folder, 'content', 'articles', 'en');
    if (name === 'leak.svg') await symlink(join(outside, name), join(here, name));
    else await symlink(outside, join(here, 'folder'));
    const found = await findPicture(join(folder, 'content'), story(folder), `./${name}`);
    expect('message' in found && found.message).toContain('which is a link to another place');
  });
});

test('a picture that is not what its ending says is refused', async () => {
  expect(await message('./ships.svg', { 'content/articles/en/ships.svg': file('gif') })).toBe(
    'names "./ships.svg", which is not what its ending says. Save it again as .svg.',
  );
});

test('an SVG that could run is refused, with what is in the way', async () => {
  const armed = svg.replace('</svg>', '<script>alert(1)</script></svg>');
  expect(await message('./ships.svg', { 'content/articles/en/ships.svg': armed })).toBe(
    'names "./ships.svg", which holds <script>. Save it again as plain SVG, or as PNG.',
  );
});

test('a picture of many megabytes is refused before it is read', async () => {
  const files = { 'content/articles/en/ships.png': Buffer.alloc(20_000_001) };
  expect(await message('./ships.png', files)).toBe(
    'names "./ships.png", of 20000 kB. Save it smaller: up to 500 kB.',
  );
});

test('a folder is no picture', async () => {
  const files = { 'content/articles/en/ships.png/a.md': '' };
  expect(await message('./ships.png', files)).toMatch(/, but .*ships\.png is no file\. Save/);
});
