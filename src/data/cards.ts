import { openCardPress } from '#build/cards.ts';
import {
  articleCard,
  type Card,
  cardAlt,
  categoryCard,
  homeCard,
  type SocialCard,
} from '#lib/card.ts';
import { categoryIds, editions } from '#site.ts';
import { getArticles } from './articles.ts';

const press = await openCardPress();

/** A card as pages name it; nothing is drawn for that. */
export const getSocialCard = (card: Card): SocialCard => ({
  file: press.nameOf(card),
  alt: cardAlt(card),
});

/** Every card of the site: home pages, categories and articles. */
export async function getCards(): Promise<readonly Card[]> {
  const cards = editions.flatMap((edition) => [
    homeCard(edition),
    ...categoryIds.map((id) => categoryCard(edition, id)),
    ...getArticles(edition).map(articleCard),
  ]);
  // The live preview draws only what is looked at.
  if (import.meta.env.PROD) await press.printAhead(cards);
  return cards;
}

export const getCardPicture = press.print;
