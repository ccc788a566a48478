import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { keepCompressed } from './compressed.ts';
import { KeptFiles } from './kept-files.ts';
import { scanOnThread } from './site-scan.ts';

test('long texts get both compressed forms; pictures and short texts do not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'compressed-'));
  const kept = await KeptFiles.open(folder, { folder, there: scanOnThread(folder) });
  await kept.look();
  const bytes = Buffer.from('four ships came in '.repeat(200));
  for (const path of ['long.html', 'long.svg', 'long.png']) kept.keep(path, [{ path, bytes }]);
  kept.keep('short', [{ path: 'short.html', bytes: Buffer.from('short') }]);
  await keepCompressed(kept);
  expect([...kept.files.keys()].filter((name) => /\.(?:br|gz)$/.test(name)).sort()).toEqual([
    'long.html.br',
    'long.html.gz',
    'long.svg.br',
    'long.svg.gz',
  ]);
  expect(brotliDecompressSync(kept.read('long.html.br'))).toEqual(bytes);
  expect(gunzipSync(kept.read('long.html.gz'))).toEqual(bytes);
  await rm(folder, { recursive: true });
});
