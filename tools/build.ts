/** npm run build: makes the whole site in a new folder and puts it in the place of the old one. */
import './environment.ts';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { ContentError } from '#build/problems.ts';
import { publish } from '#build/publish.ts';
import { settings } from '#settings.ts';

export async function buildSite(outDir: string): Promise<void> {
  // One clock for everything that this build runs.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(settings.now.getTime() / 1000));
  const began = performance.now();
  await publish(outDir, async (draft) => {
    const cacheDir = `${draft}-cache`;
    try {
      await build({ outDir: draft, cacheDir, logLevel: 'error' });
    } finally {
      await rm(cacheDir, { recursive: true, force: true });
    }
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`Built ${settings.siteUrl.href} into ${outDir} in ${seconds} s.`);
}

/** Says what went wrong in the words that are meant for people, and ends with exit code 1. */
export function fail(error: unknown): never {
  const isOurs = error instanceof Error && error.name === ContentError.name;
  console.error(isOurs ? error.message : error);
  process.exit(1);
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
    await buildSite(values.outDir);
  } catch (error) {
    fail(error);
  }
}
