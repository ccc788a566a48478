import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeCompressed } from './compressed.ts';

test('long texts are written in both compressed forms; pictures and short texts are not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compressed-'));
  const text = 'four ships came in '.repeat(200);
  for (const name of ['long.html', 'long.svg', 'long.png', 'SHA256SUMS'])
    await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'short.html'), 'short');
  await writeCompressed(folder);
  expect((await readdir(folder)).filter((name) => /\.(?:br|gz)$/.test(name)).sort()).toEqual([
    'SHA256SUMS.br',
    'SHA256SUMS.gz',
    'long.html.br',
    'long.html.gz',
    'long.svg.br',
    'long.svg.gz',
  ]);
  const read = (name: string) => readFile(join(folder, name));
  expect(brotliDecompressSync(await read('long.html.br')).toString()).toBe(text);
  expect(gunzipSync(await read('long.html.gz')).toString()).toBe(text);
  await rm(folder, { recursive: true });
});
