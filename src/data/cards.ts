import { cardNames } from '#build/card-names.ts';
import type { CardPress } from '#build/cards.ts';
import type { Article } from '#lib/article.ts';
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

const ofArticles = new Map(
  editions.flatMap(getArticles).map((article) => [article, articleCard(article)]),
);

/** Every card of the site: home pages, categories and articles. */
const cards: readonly Card[] = [
  ...editions.flatMap((edition) => [
    homeCard(edition),
    ...categoryIds.map((id) => categoryCard(edition, id)),
  ]),
  ...ofArticles.values(),
];

let press: Promise<CardPress> | undefined;

/** Opened when a card is to be named or drawn that was not before: that loads many fonts. */
const openPress = async (): Promise<CardPress> =>
  (press ??= import('#build/cards.ts').then(({ openCardPress }) => openCardPress()));

const files = await cardNames(cards, async (card) => (await openPress()).nameOf(card));

export function getArticleCard(article: Article): Card {
  const card = ofArticles.get(article);
  if (!card) throw new Error(`The article "${article.slug}" is not published.`);
  return card;
}

/** A card as pages name it; nothing is drawn for that. */
export function getSocialCard(card: Card): SocialCard {
  const file = files.get(card.place);
  if (file === undefined) throw new Error(`No card stands at ${card.place}.`);
  return { file, alt: cardAlt(card) };
}

export const getCards = (): readonly Card[] => cards;

export const getCardPicture = async (card: Card): Promise<Uint8Array<ArrayBuffer>> =>
  (await openPress()).print(card);
