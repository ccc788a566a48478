import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromTelephone } from '#build/sample-photograph.ts';

/** The fixture's files, and the photograph that some of its stories show: made, for it would be the largest file here. */
export async function copyFixture(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, 'fixture', 'content'), folder, { recursive: true });
  const quay = await fromTelephone(1200, 900);
  await writeFile(join(folder, 'articles', 'en', '2024', 'deep', 'quay.jpg'), quay);
  await writeFile(join(folder, 'articles', 'ar', 'quay.jpg'), quay);
}
