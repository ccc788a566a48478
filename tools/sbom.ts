/** npm run sbom: lists every package that makes the site, in the form of CycloneDX, for a release. */
import { fail, UsageError } from './environment.ts';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: { name: string } };
}

try {
  const { values } = parseArgs({ options: { to: { type: 'string', default: 'sbom.cdx.json' } } });
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev'];
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', shell });
  if (status !== 0) throw new UsageError(`npm could not list the packages: ${stderr}`);
  const bom = JSON.parse(stdout) as Bom;
  // By chance, the clock and the folder: without them, the same packages make the same file.
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  bom.metadata.component.name = 'gaza-palestine-news';
  await writeFile(values.to, `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`Wrote ${values.to}.`);
} catch (error) {
  fail(error);
}
