import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, normalize, relative } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Picture } from '#lib/article.ts';
import { dangerInSvg } from './svg.ts';

/** What Astro calls the formats that it recognises in a file's first bytes. */
const formats: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

const types = Object.fromEntries(
  Object.entries(formats).map(([format, type]) => [`.${format}`, type]),
);

/** Whether a file's name is that of a picture. */
export const isPictureName = (name: string): boolean => extname(name).toLowerCase() in types;

export interface PictureFile extends Picture {
  /** Where it was read from. */
  readonly source: string;
  readonly type: string;
}

/** Either the picture, or what is wrong with the way it is named. */
export type FoundPicture =
  | { readonly picture: PictureFile; readonly notice?: string | undefined }
  | { readonly message: string };

/** Ten seconds of a 2G link; the text of a story takes less than one. */
const heavy = 500_000;

/**
 * Finds the picture that a file names, measures it and gives it the name under which it is published:
 * its own with a digest of its bytes, so that it can be cached for ever.
 */
export async function findPicture(
  contentDir: string,
  fromFile: string,
  src: string,
): Promise<FoundPicture> {
  const wrong = (what: string): FoundPicture => ({ message: `names "${shortened(src)}", ${what}` });

  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src)) {
    const name = /^data:/i.test(src) ? '' : basename(src);
    return wrong(
      `which is not beside this file. Save the picture in the same folder and write ./${name || 'picture.jpg'}.`,
    );
  }
  const source = normalize(join(dirname(fromFile), src));
  const extension = extname(source).toLowerCase();
  const type = types[extension];
  if (relative(contentDir, source).startsWith('..')) {
    return wrong('which is outside the content folder. Save the picture beside this file.');
  }
  if (!type) return wrong(`which is no picture. Use ${Object.keys(types).join(', ')}.`);
  const bytes = await readFile(source).catch(() => undefined);
  if (!bytes)
    return wrong(`but ${source} does not exist. Save the picture there or correct the name.`);
  if (await isLinked(contentDir, source)) {
    return wrong('which is a link to another place. Copy the picture itself into the folder.');
  }
  const size = await imageMetadata(bytes, source).catch(() => undefined);
  if (!size?.width || !size.height) {
    return wrong('whose size cannot be read. Save the picture again, an SVG with a viewBox.');
  }
  if (formats[size.format] !== type) {
    return wrong(`which is not what its ending says. Save it again as ${extension}.`);
  }
  const danger = type === formats['svg'] ? dangerInSvg(bytes) : undefined;
  if (danger) return wrong(`which holds ${danger}. Save it again as a plain drawing.`);

  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const name = basename(source, extname(source)).replaceAll(/[^A-Za-z0-9-]+/g, '-');
  return {
    notice:
      bytes.length > heavy
        ? `names "${src}", of ${Math.round(bytes.length / 1000)} kB. Save it smaller: most readers pay for each kilobyte.`
        : undefined,
    picture: {
      file: `${name}.${digest}${extension}`,
      width: Math.round(size.width),
      height: Math.round(size.height),
      source,
      type,
    },
  };
}

/** Whether a path below the content folder leads through a symbolic link, perhaps out of it. */
async function isLinked(contentDir: string, source: string): Promise<boolean> {
  const [folder, file] = await Promise.all([realpath(contentDir), realpath(source)]);
  return relative(folder, file) !== relative(contentDir, source);
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

export const readPicture = (source: string): Promise<Uint8Array<ArrayBuffer>> => readFile(source);
