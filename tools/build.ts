/** npm run build: makes the whole site in a new folder and puts it in the place of the old one. */
import { fail } from './environment.ts';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { publish } from '#build/publish.ts';
import { writeSearchIndexes } from '#build/search-index.ts';
import { settings } from '#settings.ts';

export async function buildSite(outDir: string): Promise<void> {
  // One clock for everything that this build runs.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(settings.now.getTime() / 1000));
  const began = performance.now();
  await publish(outDir, async (draft) => {
    const cacheDir = `${draft}-cache`;
    try {
      await build({ outDir: draft, cacheDir, logLevel: 'error' });
      await writeSearchIndexes(draft);
    } finally {
      // Astro may still write there for a moment.
      await rm(cacheDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Built ${settings.siteUrl.href} into ${outDir} in ${seconds} s.`);
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
    await buildSite(values.outDir);
  } catch (error) {
    fail(error);
  }
}
