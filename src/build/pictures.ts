import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, normalize, relative, sep } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Picture } from '#lib/article.ts';

const types: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

export interface PictureFile extends Picture {
  /** Where it was read from. */
  readonly source: string;
  readonly type: string;
}

/** Either the picture, or what is wrong with the way it is named. */
export type FoundPicture = { readonly picture: PictureFile } | { readonly message: string };

/**
 * Finds the picture that a file names, measures it and gives it the name under which it is published:
 * its own with a digest of its bytes, so that it can be cached for ever.
 */
export async function findPicture(
  contentDir: string,
  fromFile: string,
  src: string,
): Promise<FoundPicture> {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src)) {
    return {
      message: `names "${src}", which is not beside this file. Save the picture in the same folder and write ./${basename(src) || 'picture.jpg'}.`,
    };
  }
  const source = normalize(join(dirname(fromFile), src));
  const inside = relative(contentDir, source);
  if (inside.startsWith('..') || inside.startsWith(sep)) {
    return {
      message: `names "${src}", which is outside the content folder. Save the picture beside this file.`,
    };
  }
  const type = types[extname(source).toLowerCase()];
  if (!type) {
    return {
      message: `names "${src}", which is no picture. Use ${Object.keys(types).join(', ')}.`,
    };
  }
  const bytes = await readFile(source).catch(() => undefined);
  if (!bytes) {
    return {
      message: `names "${src}", but ${source} does not exist. Save the picture there or correct the name.`,
    };
  }
  const size = await imageMetadata(bytes, source).catch(() => undefined);
  if (!size?.width || !size.height) {
    return {
      message: `names "${src}", whose size cannot be read. Save the picture again, an SVG with a viewBox.`,
    };
  }
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const extension = extname(source);
  const name = basename(source, extension).replaceAll(/[^A-Za-z0-9-]+/g, '-');
  return {
    picture: {
      file: `${name}.${digest}${extension.toLowerCase()}`,
      width: Math.round(size.width),
      height: Math.round(size.height),
      source,
      type,
    },
  };
}

export const readPicture = (source: string): Promise<Uint8Array<ArrayBuffer>> => readFile(source);
