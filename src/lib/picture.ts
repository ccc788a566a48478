/** How a picture stands in a page, so that a browser fetches no more of it than it shows. */
import type { Picture, Rendition } from './article.ts';
import { picturePath } from './urls.ts';

/** What a `source` element says. */
export interface PictureSource {
  readonly type: string;
  readonly srcset: string;
  readonly sizes?: string;
  readonly media?: string;
}

export interface PictureTag {
  readonly src: string;
  /** The largest size in which it is published. */
  readonly width: number;
  readonly height: number;
  /** The first that a browser understands is taken; none for drawings. */
  readonly sources: readonly PictureSource[];
}

/** How wide a picture is shown, as HTML's `sizes`, in which 1rem is what the reader set, most often 16px. */
export const shownIn = {
  /** In the column of an article; fonts decide how wide 65ch is. */
  column: '(min-width: 52rem) 48rem, calc(100vw - 2rem)',
  /** With the first story of a page. */
  lead: '(min-width: 60rem) min(58vw, 56rem), calc(100vw - 2rem)',
} as const;

const type = 'image/avif';

export function pictureTag(picture: Picture, sizes: string): PictureTag {
  const { renditions = [] } = picture;
  const { width, height } = renditions.at(-1) ?? picture;
  return { src: picturePath(picture), width, height, sources: sourcesOf(renditions, sizes) };
}

function sourcesOf(renditions: readonly Rendition[], sizes: string): readonly PictureSource[] {
  const [narrowest, ...wider] = renditions;
  if (!narrowest) return [];
  const srcset = renditions.map((one) => `${picturePath(one)} ${one.width}w`).join(', ');
  const all = { type, srcset, sizes };
  // https://drafts.csswg.org/mediaqueries-5/#prefers-reduced-data
  const media = '(prefers-reduced-data: reduce)';
  return wider.length > 0 ? [{ type, srcset: picturePath(narrowest), media }, all] : [all];
}
