import { lstat, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, normalize, relative } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import type { Picture } from '#lib/article.ts';
import { sha256Of } from './digest.ts';
import { fileErrorInWords } from './file-errors.ts';
import { formats, isPictureName, types } from './picture-names.ts';
import { type PlannedFile, planPhotograph, type Recipe } from './photographs.ts';
import { dangerInSvg } from './svg.ts';

export interface PictureFile extends Picture {
  /** Every file that is published for it. */
  readonly files: readonly PublishedFile[];
}

export interface PublishedFile {
  readonly file: string;
  readonly type: string;
  /** The picture beside the article. */
  readonly source: string;
  /** Its SHA-256: whoever reads it later sees whether it is still that one. */
  readonly original: string;
  /** How the file is made from it; a drawing is copied. */
  readonly recipe?: Recipe | undefined;
}

/** Either the picture, or what is wrong with the way it is named. */
export type FoundPicture =
  | { readonly picture: PictureFile; readonly notice?: string | undefined }
  | { readonly message: string };

/** Ten seconds of a 2G link; the text of a story takes less than one. */
const heavy = 500_000;
/** No reader of ours could load it. */
const mostBytes = 20_000_000;

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
  if (src === '')
    return { message: 'names no picture. Save one beside this file and write ./picture.jpg.' };

  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(src)) {
    const [name = ''] = /[^/\\:?#]+\.[a-z]+$/i.exec(src) ?? [];
    return wrong(
      `which is not beside this file. Save the picture in the same folder and write ./${isPictureName(name) ? name : 'picture.jpg'}.`,
    );
  }
  const source = normalize(join(dirname(fromFile), src));
  const extension = extname(source).toLowerCase();
  const type = types[extension];
  if (relative(contentDir, source).startsWith('..')) {
    return wrong('which is outside the content folder. Save the picture beside this file.');
  }
  if (!type) return wrong(`which is no picture. Use ${Object.keys(types).join(', ')}.`);
  const bytes = await readBytes(contentDir, source);
  if (typeof bytes === 'string') return wrong(bytes);
  const size = await imageMetadata(bytes, source).catch(() => undefined);
  if (!size?.width || !size.height) {
    return wrong('whose size cannot be read. Save the picture again, an SVG with a viewBox.');
  }
  if (formats[size.format] !== type) {
    return wrong(`which is not what its ending says. Save it again as ${extension}.`);
  }
  const danger = type === formats['svg'] ? dangerInSvg(bytes) : undefined;
  if (danger) return wrong(`which holds ${danger}. Save it again as plain SVG, or as PNG.`);

  const original = sha256Of(bytes);
  const name = basename(source, extname(source)).replaceAll(/[^A-Za-z0-9-]+/g, '-');
  if (type !== formats['svg']) {
    const plan = await planPhotograph(bytes, { name, original });
    if ('message' in plan) return wrong(plan.message);
    const { fallback, renditions } = plan;
    return {
      picture: {
        ...shownAs(fallback),
        renditions: renditions.map(shownAs),
        files: [fallback, ...renditions].map((file) => ({ ...file, source, original })),
      },
    };
  }
  const file = `${name}.${original.slice(0, 10)}${extension}`;
  return {
    notice:
      bytes.length > heavy
        ? `names "${src}", of ${inKilobytes(bytes.length)} kB. Save it smaller: most readers pay for each kilobyte.`
        : undefined,
    picture: {
      file,
      width: Math.round(size.width),
      height: Math.round(size.height),
      files: [{ file, source, original, type }],
    },
  };
}

const shownAs = ({ file, recipe: { width, height } }: PlannedFile) => ({ file, width, height });

/** The bytes of a picture, or why they are not to be had. */
async function readBytes(
  contentDir: string,
  source: string,
): Promise<Uint8Array<ArrayBuffer> | string> {
  try {
    // Before it is opened: a pipe would never end.
    const file = await lstat(source);
    if (file.isSymbolicLink() || (await isLinked(contentDir, source))) {
      return 'which is a link to another place. Copy the picture itself into the folder.';
    }
    if (!file.isFile()) return `but ${source} is no file. Save the picture there.`;
    if (file.size > mostBytes) {
      return `of ${inKilobytes(file.size)} kB. Save it smaller: up to ${heavy / 1000} kB.`;
    }
    return await readFile(source);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = fileErrorInWords(error) ?? 'Correct the name.';
    return code === 'ENOENT'
      ? `but ${source} does not exist. Save the picture there or correct the name.`
      : `but ${source} cannot be read. ${why}`;
  }
}

/** Whether a path below the content folder leads through a symbolic link, perhaps out of it. */
async function isLinked(contentDir: string, source: string): Promise<boolean> {
  const [folder, file] = await Promise.all([realpath(contentDir), realpath(source)]);
  return relative(folder, file) !== relative(contentDir, source);
}

const inKilobytes = (bytes: number): number => Math.round(bytes / 1000);

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
