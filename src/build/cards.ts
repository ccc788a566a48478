import { createHash } from 'node:crypto';
import { type Card, cardSize } from '#lib/card.ts';
import { loadTypesetter } from './card-fonts.ts';
import { fits, hang, layoutsOf } from './card-layout.ts';
import { indexedPng, pngVersion } from './card-png.ts';

export interface CardPress {
  /** The name under which a card is published; changes with all that could change a point of it. */
  readonly nameOf: (card: Card) => string;
  /** The card as a PNG. */
  readonly print: (card: Card) => Promise<Uint8Array<ArrayBuffer>>;
}

export async function openCardPress(): Promise<CardPress> {
  const { renderer, hasGlyph, version } = await loadTypesetter();

  // The layouts have all of a card's text, sizes and colours in them; the rest says which of them is taken.
  const keyOf = (card: Card): string =>
    createHash('sha256')
      .update(JSON.stringify([version, pngVersion, hang, layoutsOf(card, hasGlyph)]))
      .digest('hex');

  async function print(card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const { preferred, lastResort } = layoutsOf(card, hasGlyph);
    let layout = lastResort;
    for (const candidate of preferred) {
      if (!fits(await renderer.measure(candidate, cardSize))) continue;
      layout = candidate;
      break;
    }
    const points = await renderer.render(layout, { ...cardSize, format: 'raw' });
    return (
      indexedPng({ ...cardSize, points }) ?? renderer.render(layout, { ...cardSize, format: 'png' })
    );
  }

  return {
    nameOf: (card) => `${card.place}.${keyOf(card).slice(0, 10)}.png`,
    print,
  };
}
