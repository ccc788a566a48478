/** npm run edition: makes what readers can download to carry. The next build publishes it. */
import { fail } from './environment.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCarried } from '#build/carried-files.ts';
import { carriedList } from '#build/carried-list.ts';
import { publish } from '#build/publish.ts';
import { fileSize } from '#lib/carried.ts';
import { settings, SettingsError } from '#settings.ts';
import { editions } from '#site.ts';
import { buildSite } from './build.ts';

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new SettingsError(`--${name} is "${text}". Give a whole number from 1.`);
  return Number(text);
}

try {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '50' },
      days: { type: 'string' },
      outDir: { type: 'string', default: settings.editionsDir },
    },
  });
  const choice = {
    count: wholeNumber('count', values.count) ?? 50,
    days: wholeNumber('days', values.days),
  };
  const work = await mkdtemp(join(tmpdir(), 'edition-'));
  try {
    const site = join(work, 'site');
    await buildSite(site);
    const make = async (folder: string): Promise<void> => {
      const { files } = await writeCarried(site, folder, settings.now, choice);
      const [edition = { locale: 'en' }] = editions;
      for (const { file, bytes, stories } of files) {
        console.log(`${file}: ${stories.length} stories, ${fileSize(bytes, edition)}`);
      }
    };
    await publish(values.outDir, make, { marks: [carriedList] });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log(`Wrote ${values.outDir}/. The next build publishes it below /editions/.`);
} catch (error) {
  fail(error);
}
