/** Draws a thousand cards, and prints what one costs: tools/with-node.mjs tools/bench-cards.ts */
import { openCardPress } from '#build/cards.ts';
import { onEveryCore } from '#build/every-core.ts';
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

const timed = async (name: string, work: () => Promise<unknown>) => {
  const [began, spent] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(spent);
  const perCard = (ms: number) => `${(ms / cards.length).toFixed(1)} ms`;
  const wall = perCard(performance.now() - began);
  console.log(`${name}: ${wall} a card, ${perCard((user + system) / 1000)} of processor time.`);
};

const press = await openCardPress();
await timed('Named', () => onEveryCore(cards, (card) => Promise.resolve(press.nameOf(card))));
const sizes: number[] = [];
await timed('Drawn', () =>
  onEveryCore(cards, async (card) => sizes.push((await press.print(card)).length)),
);
const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
console.log(`On average ${Math.round(mean / 1000)} kB, at most ${Math.max(...sizes)} bytes.`);
console.log(`Memory at its peak: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
