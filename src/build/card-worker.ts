/** A thread that draws cards. */
import type { Card } from '#lib/card.ts';
import { openCardPress } from './cards.ts';
import { answerAll } from './thread.ts';

const press = openCardPress();
answerAll(async (card: Card) => (await press).print(card));
