/** Compressed forms of a site's texts, for servers that send files as they find them: docs/hosts/. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypeOf, textTypes } from '#lib/hosts/content-types.ts';
import { onEveryCore } from './every-core.ts';
import { listFiles } from './walk.ts';

/** Less than what one packet holds arrives no sooner compressed. */
const shortest = 1400;

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes `.br` and `.gz` beside each file that is text. */
export async function writeCompressed(folder: string): Promise<void> {
  const files = (await listFiles(folder)).filter((path) => textTypes.includes(contentTypeOf(path)));
  await onEveryCore(files, async (path) => {
    const file = join(folder, path);
    const bytes = await readFile(file);
    if (bytes.length < shortest) return;
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, quality));
  });
}
