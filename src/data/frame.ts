import { alternatesOf, type Frame, type TwinIn } from '#lib/frame.ts';
import type { Edition } from '#site.ts';
import { getPages } from './pages.ts';

/** What stands around a page; the last two say where it leads in other editions. */
export const getFrame = (
  edition: Edition,
  twinIn: TwinIn,
  nearestIn?: (edition: Edition) => string,
): Frame => ({
  edition,
  pages: getPages(edition).map(({ slug, title }) => ({ slug, title })),
  alternates: alternatesOf(edition, twinIn, nearestIn),
});
