/** Compressed forms of a site's texts, for servers that send files as they find them: docs/hosts/. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentTypeOf, textTypes } from '#lib/hosts/content-types.ts';
import { digestOfText } from './digest.ts';
import { onEveryCore } from './every-core.ts';
import type { KeptFiles } from './kept-files.ts';

/** Less than what one packet holds arrives no sooner compressed. */
const shortest = 1400;

const ofGzip = { level: 9 };
const ofBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

const { zlib, brotli } = process.versions;
/** Changes with all that equal texts could be compressed otherwise by. */
const press = JSON.stringify([ofGzip, ofBrotli, zlib, brotli]);

/** Adds `.br` and `.gz` to each file of a build that is text. */
export async function keepCompressed(kept: KeptFiles): Promise<void> {
  const texts = [...kept.files.values()].filter(
    ({ path, size }) => size >= shortest && textTypes.includes(contentTypeOf(path)),
  );
  await onEveryCore(texts, async ({ path, digest }) => {
    const key = digestOfText(`compressed ${press} ${path} ${digest}`);
    if (kept.take(key)) return;
    const bytes = kept.read(path);
    kept.keep(key, [
      { path: `${path}.gz`, bytes: await promisify(gzip)(bytes, ofGzip) },
      { path: `${path}.br`, bytes: await promisify(brotliCompress)(bytes, ofBrotli) },
    ]);
  });
}
