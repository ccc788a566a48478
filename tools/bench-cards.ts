/** Draws a thousand cards that no cache knows, and prints what one costs: tools/with-node.mjs tools/bench-cards.ts */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCardPress } from '#build/cards.ts';
import { articleCard } from '#lib/card.ts';
import { categoryIds, editions } from '#site.ts';

const words = {
  ltr: 'Ministers of twelve countries agree on funds for hospitals, schools and harbours'.split(
    ' ',
  ),
  rtl: 'وزراء اثنتي عشرة دولة يتفقون على تمويل المستشفيات والمدارس والموانئ في القطاع'.split(' '),
};

/** Headlines of three to twelve words, no two alike. */
const cards = Array.from({ length: 1000 }, (_none, number) => {
  const edition = editions[number % editions.length];
  const category = categoryIds[number % categoryIds.length];
  if (!edition || !category) throw new Error('src/site.ts has no edition or no category.');
  const title = words[edition.dir].slice(0, 3 + (number % 10));
  return articleCard({
    edition,
    slug: `story-${number}`,
    title: `${title.join(' ')} ${number}`,
    categories: [category],
    publishedAt: new Date(Date.UTC(2024, 0, 1 + (number % 365))),
  });
});

const folder = await mkdtemp(join(tmpdir(), 'cards-'));
try {
  const timed = async (name: string, work: () => Promise<unknown>) => {
    const [began, spent] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(spent);
    const perCard = (ms: number) => `${(ms / cards.length).toFixed(1)} ms`;
    const wall = perCard(performance.now() - began);
    console.log(`${name}: ${wall} a card, ${perCard((user + system) / 1000)} of processor time.`);
  };
  const press = await openCardPress(folder);
  await timed('Drawn', () => press.printAhead(cards));
  await timed('Read from the cache', async () => {
    for (const card of cards) await press.print(card);
  });
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  console.log(`On average ${Math.round(mean / 1000)} kB, at most ${Math.max(...sizes)} bytes.`);
  console.log(`Memory at its peak: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
} finally {
  await rm(folder, { recursive: true });
}
