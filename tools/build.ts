/** npm run build: makes the whole site in a new folder and puts it in the place of the old one. */
import { fail } from './environment.ts';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages, type BuildOptions } from '#build/build-pages.ts';
import { openCache } from '#build/cache-folder.ts';
import { recordFile } from '#build/integrity.ts';
import { publish } from '#build/publish.ts';
import { type Changes, formatChanges } from '#build/what-changed.ts';
import { checksumFile } from '#lib/checksums.ts';
import { settings } from '#settings.ts';

export async function buildSite(outDir: string, options: BuildOptions = {}): Promise<void> {
  // One clock for everything that this build runs.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(settings.now.getTime() / 1000));
  const began = performance.now();
  const cache = await openCache(options);
  let changes: Changes | undefined;
  try {
    const make = async (draft: string): Promise<void> => {
      changes = await buildPages(draft, cache.folder, options);
    };
    await publish(outDir, make, {
      marks: [checksumFile, recordFile],
      spare: join(cache.folder, 'former-site'),
    });
  } finally {
    await cache.close();
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `Built ${settings.siteUrl.href} into ${outDir}: ${changes ? formatChanges(changes) : ''}; ${seconds} s.`,
  );
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: {
        outDir: { type: 'string', default: 'dist' },
        cold: { type: 'boolean', default: false },
      },
    });
    await buildSite(values.outDir, values);
  } catch (error) {
    fail(error);
  }
}
