import { type Card, homeCard } from '#lib/card.ts';
import { alternatesOf, type Frame, type TwinIn } from '#lib/frame.ts';
import { type Edition, editions } from '#site.ts';
import { getSocialCard } from './cards.ts';
import { getPages } from './pages.ts';

const linked = new Map(
  editions.map((edition) => [
    edition.id,
    getPages(edition).map(({ slug, title }) => ({ slug, title })),
  ]),
);

/**
 * What stands around a page: where it leads in other editions, and its card, which is that of the home page
 * where it has none of its own.
 */
export const getFrame = (
  edition: Edition,
  twinIn: TwinIn,
  nearestIn?: (edition: Edition) => string,
  card: Card = homeCard(edition),
): Frame => ({
  edition,
  pages: linked.get(edition.id) ?? [],
  alternates: alternatesOf(edition, twinIn, nearestIn),
  card: getSocialCard(card),
});
