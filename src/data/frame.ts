import type { Frame } from '#lib/frame.ts';
import type { Edition } from '#site.ts';
import { getPages } from './pages.ts';

export const getFrame = (edition: Edition): Frame => ({
  edition,
  pages: getPages(edition).map(({ slug, title }) => ({ slug, title })),
});
