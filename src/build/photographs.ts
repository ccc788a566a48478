/**
 * Photographs as they are published: in a few widths, upright, in sRGB, and without what the camera wrote
 * into them, such as the place where they were taken. Formats and widths: docs/decisions/0020.
 */
import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** How a file is made from a photograph. */
export interface Recipe {
  readonly format: 'avif' | 'jpeg' | 'png';
  readonly width: number;
  readonly height: number;
}

export interface PlannedFile {
  readonly file: string;
  readonly type: string;
  readonly recipe: Recipe;
}

/** What will be made of a photograph, or why nothing can be. */
export type PhotographPlan =
  | {
      /** For browsers that do not know the smaller format. */
      readonly fallback: PlannedFile;
      /** Narrowest first. */
      readonly renditions: readonly PlannedFile[];
    }
  | { readonly message: string };

/** A cheap phone, a good phone, and a screen that shows two dots where others show one. */
const widths = [360, 720, 1080] as const;
const fallbackWidth = 720;

/** More than any phone takes, and what memory bears. */
const mostPixels = 200_000_000;

export const unreadable = 'which cannot be read to its end. Save the picture again.';

/** A photograph beside an article: how its files are to be called, and the SHA-256 of its bytes. */
export interface Original {
  readonly name: string;
  readonly original: string;
}

/** Reads no more than the head of a file: the names of what will be made follow from it. */
export async function planPhotograph(
  bytes: Uint8Array,
  { name, original }: Original,
): Promise<PhotographPlan> {
  const found = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (!found) return { message: unreadable };
  if ((found.pages ?? 1) > 1) {
    // https://www.w3.org/TR/WCAG22/#pause-stop-hide: without a script there is no way to stop it.
    return { message: 'which moves, and readers cannot stop it. Save one still picture of it.' };
  }
  const { width, height } = found.autoOrient;
  if (width * height > mostPixels) {
    return { message: 'which has too many pixels. Save it at most 4000 pixels wide.' };
  }
  const plan = (format: Recipe['format'], asked: number): PlannedFile => {
    const shown = Math.min(asked, width);
    const recipe = {
      format,
      width: shown,
      height: Math.max(1, Math.round((height * shown) / width)),
    };
    return { file: fileName(name, original, recipe), type: `image/${format}`, recipe };
  };
  return {
    fallback: plan(found.hasAlpha ? 'png' : 'jpeg', fallbackWidth),
    // No photograph is enlarged: the last is as wide as itself, or as the widest of ours.
    renditions: [...new Set(widths.map((asked) => Math.min(asked, width)))].map((asked) =>
      plan('avif', asked),
    ),
  };
}

const extensions = { avif: 'avif', jpeg: 'jpg', png: 'png' } as const;

/** Makers that differ may make files that differ, and so have names that differ. The number is that of `develop`. */
const maker = { ...sharp.versions, develop: 1 };

function fileName(name: string, original: string, recipe: Recipe): string {
  const { format, width } = recipe;
  const digest = createHash('sha256')
    .update(JSON.stringify([original, recipe, settings[format], maker]))
    .digest('hex')
    .slice(0, 10);
  return `${name}-${width}.${digest}.${extensions[format]}`;
}

const settings = {
  avif: { quality: 50, effort: 1 },
  jpeg: { quality: 70, mozjpeg: true },
  png: { palette: true, effort: 10 },
} as const;

/** Throws where the photograph is broken. Who changes what is done here counts on in `maker`. */
export async function develop(
  bytes: Uint8Array,
  { format, width, height }: Recipe,
): Promise<Uint8Array<ArrayBuffer>> {
  // Where several threads share one AVIF, their number decides its bytes. Other photographs take the other cores.
  sharp.concurrency(1);
  // Unless told to keep it, sharp leaves out every kind of metadata, after it has turned the picture
  // upright and its colours into sRGB.
  const image = sharp(bytes, { failOn: 'error' })
    .autoOrient()
    .resize(width, height, { fit: 'fill' });
  return new Uint8Array(await image.toFormat(format, settings[format]).toBuffer());
}
