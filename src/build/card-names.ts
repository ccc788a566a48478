/** The names of cards, which follow from what will be drawn: found once, and remembered by later builds. */
import type { Card } from '#lib/card.ts';
import { type Codec, KeptMap, type Part } from './kept-map.ts';

interface Names {
  /** By a card's text: what earlier builds found, and what this one asked for. */
  readonly known: ReadonlyMap<string, string>;
  readonly asked: Map<string, string>;
  /** Where they are kept; its head tells the code that they were found by. */
  readonly list?: KeptMap<string, string>;
}

const noNames = (): Names => ({ known: new Map(), asked: new Map() });

const codec: Codec<string, string> = {
  format: (part) => Buffer.from(JSON.stringify(part)),
  parse: (bytes) => JSON.parse(bytes.toString()) as Part<string, string>,
};

const slot = Symbol.for('news.card-names');
const shelf = globalThis as { [slot]?: Names };

/** The file of each card by the card's place; `nameOf` is asked for those that are not known. */
export async function cardNames(
  cards: readonly Card[],
  nameOf: (card: Card) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const names = shelf[slot] ?? noNames();
  const files = new Map<string, string>();
  for (const card of cards) {
    const text = JSON.stringify(card);
    const name = names.known.get(text) ?? (await nameOf(card));
    names.asked.set(text, name);
    files.set(card.place, name);
  }
  return files;
}

/** Offers the names in a file to templates that are loaded from now on, if they were given by the same code. */
export async function offerCardNames(file: string, key: string): Promise<void> {
  const list = await KeptMap.open(file, codec);
  const known = list.head === key ? list.entries : new Map<string, string>();
  shelf[slot] = { known, asked: new Map(), list };
}

/** Writes down the names that were asked for. */
export async function saveCardNames(key: string): Promise<void> {
  const { known, asked, list } = shelf[slot] ?? noNames();
  if (asked.size === known.size && asked.keys().every((text) => known.has(text))) return;
  await list?.save(key, asked);
}
