/** npm run build: makes the whole site in a new folder and puts it in the place of the old one. */
import { fail } from './environment.ts';
import { parseArgs } from 'node:util';
import { buildPages, type BuildOptions } from '#build/build-pages.ts';
import { writeCompressed } from '#build/compressed.ts';
import { writeHostFiles } from '#build/host-files.ts';
import { writeIntegrity } from '#build/integrity.ts';
import { publish } from '#build/publish.ts';
import { type Changes, formatChanges } from '#build/what-changed.ts';
import { settings } from '#settings.ts';

export async function buildSite(outDir: string, options: BuildOptions = {}): Promise<void> {
  // One clock for everything that this build runs.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(settings.now.getTime() / 1000));
  const began = performance.now();
  let changes: Changes | undefined;
  await publish(outDir, async (draft) => {
    changes = await buildPages(draft, options);
    await writeHostFiles(draft);
    if (settings.precompress) await writeCompressed(draft);
    // Last, for it covers them all.
    await writeIntegrity(draft);
  });
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
