import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scriptDigests, withIntegrity } from './script-integrity.ts';

const digest = `sha256-${createHash('sha256').update('a()').digest('base64')}`;

test('each script that a page loads carries its digest, and nothing else does', async () => {
  const assets = await mkdtemp(join(tmpdir(), 'scripts-'));
  await mkdir(join(assets, '_astro'));
  await writeFile(join(assets, '_astro', 'a.js'), 'a()');
  await writeFile(join(assets, '_astro', 'a.css'), 'a{}');
  const digests = await scriptDigests(assets, '/news/');
  await rm(assets, { recursive: true });

  expect([...digests]).toEqual([['/news/_astro/a.js', digest]]);
  const others =
    '<p title="<script>">&lt;script></p><script type="application/ld+json">{}</script>';
  expect(
    withIntegrity(`${others}<script type="module" src="/news/_astro/a.js"></script>`, digests),
  ).toBe(`${others}<script type="module" src="/news/_astro/a.js" integrity="${digest}"></script>`);
});

test('a page that loads a script that there is not is refused', () => {
  expect(() => withIntegrity('<script type="module" src="/b.js"></script>', new Map())).toThrow(
    '/b.js, which is no script of this site',
  );
});
