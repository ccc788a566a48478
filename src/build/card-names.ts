/** The names of cards, which follow from what will be drawn: found once, and remembered by later builds. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Card } from '#lib/card.ts';
import { digestOf } from './digest.ts';

interface Names {
  /** By a card's text: what earlier builds found, and what this one asked for. */
  readonly known: ReadonlyMap<string, string>;
  readonly asked: Map<string, string>;
}

const noNames = (): Names => ({ known: new Map(), asked: new Map() });

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
  const text = await readFile(file, 'utf8').catch(() => '');
  shelf[slot] = { known: parse(text, key), asked: new Map() };
}

/** Writes down the names that were asked for. */
export async function saveCardNames(file: string, key: string): Promise<void> {
  const { known, asked } = shelf[slot] ?? noNames();
  const names = [...asked];
  if (names.length === known.size && names.every(([text]) => known.has(text))) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, JSON.stringify([digestOf([key, names]), names]));
  await rename(`${file}.${process.pid}`, file);
}

function parse(text: string, key: string): Map<string, string> {
  try {
    const [digest, names] = JSON.parse(text) as [string, [string, string][]];
    return digest === digestOf([key, names]) ? new Map(names) : new Map<string, string>();
  } catch {
    return new Map();
  }
}
