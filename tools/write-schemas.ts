/** npm run schemas: writes docs/schemas/, from which editors know the fields of each kind of file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFiles } from './json-schemas.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'schemas');
await mkdir(folder, { recursive: true });
for (const [name, text] of schemaFiles()) {
  await writeFile(join(folder, name), text);
  console.log(`Wrote docs/schemas/${name}.`);
}
