import type { Edition } from '#site.ts';

/** What stands around every page of an edition. */
export interface Frame {
  readonly edition: Edition;
  /** The pages that the edition's editors have written, for the foot of each page. */
  readonly pages: readonly { readonly slug: string; readonly title: string }[];
}
