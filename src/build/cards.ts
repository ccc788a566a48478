import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Card, cardSize } from '#lib/card.ts';
import { loadTypesetter } from './card-fonts.ts';
import { fits, hang, layoutsOf } from './card-layout.ts';
import { onEveryCore } from './every-core.ts';
import { fileCache } from './file-cache.ts';

export interface CardPress {
  /** The name under which a card is published; changes with all that could change a point of it. */
  readonly nameOf: (card: Card) => string;
  /** The card as a PNG, from the cache or drawn. */
  readonly print: (card: Card) => Promise<Uint8Array<ArrayBuffer>>;
  /** Draws what the cache lacks, on all cores; afterwards each card has only to be read. */
  readonly printAhead: (cards: readonly Card[]) => Promise<void>;
}

export async function openCardPress(
  folder = join('node_modules', '.cache', 'cards'),
): Promise<CardPress> {
  const { renderer, hasGlyph, version } = await loadTypesetter();
  const cache = fileCache(folder);

  // The layouts have all of a card's text, sizes and colours in them; the rest says which of them is taken.
  const keyOf = (card: Card): string =>
    createHash('sha256')
      .update(JSON.stringify([version, hang, layoutsOf(card, hasGlyph)]))
      .digest('hex');

  async function draw(card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const { preferred, lastResort } = layoutsOf(card, hasGlyph);
    let layout = lastResort;
    for (const candidate of preferred) {
      if (!fits(await renderer.measure(candidate, cardSize))) continue;
      layout = candidate;
      break;
    }
    return renderer.render(layout, { ...cardSize, format: 'png' });
  }

  async function print(card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const key = keyOf(card);
    const kept = await cache.read(key);
    if (kept) return kept;
    const picture = await draw(card);
    await cache.write(key, picture);
    return picture;
  }

  async function printAhead(cards: readonly Card[]): Promise<void> {
    await onEveryCore(cards, async (card) => {
      if (!(await cache.has(keyOf(card)))) await print(card);
    });
  }

  return {
    nameOf: (card) => `${card.place}.${keyOf(card).slice(0, 10)}.png`,
    print,
    printAhead,
  };
}
