/**
 * Makes an archive to measure with: as many articles as asked for, of about 700 words, in every edition,
 * from sentences of the site's own stories. The same seed makes the same files.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { categoryIds, editions } from '#site.ts';
import { randomOf, type Random } from '#lib/random.ts';

export interface ArchiveOptions {
  readonly articles: number;
  /** The folder with the stories that lend their sentences. */
  readonly from: string;
  readonly seed?: number;
}

interface Phrases {
  readonly sentences: readonly string[];
  readonly words: readonly string[];
}

/** One in so many articles is in the second edition, has a picture, has a table. */
const shares = { second: 5, picture: 10, table: 8, correction: 50 };

const authors = Array.from({ length: 12 }, (_, index) => `writer-${index + 1}`);
const firstDay = Date.UTC(2015, 0, 1);
const days = 3650;

/** Writes `articles/` and `authors/` into a folder. */
export async function makeArchive(folder: string, options: ArchiveOptions): Promise<void> {
  const { articles, from, seed = 1 } = options;
  const random = randomOf(seed);
  const phrases = new Map<string, Phrases>();
  for (const { id } of editions) phrases.set(id, await phrasesOf(join(from, 'articles', id)));

  await mkdir(join(folder, 'authors'), { recursive: true });
  for (const author of authors) {
    await writeFile(
      join(folder, 'authors', `${author}.md`),
      `---\nname: ${author}\n---\n\nWrites.\n`,
    );
  }
  for (let number = 0; number < articles; number++) {
    const edition = editions[number % shares.second === 0 ? 1 : 0] ?? editions[0];
    const lent = edition && phrases.get(edition.id);
    if (!lent) throw new Error('There is no edition. Add one to src/site.ts.');
    const publishedAt = new Date(firstDay + Math.floor((number / articles) * days * 86_400_000));
    const year = String(publishedAt.getUTCFullYear());
    const place = join(folder, 'articles', edition.id, year);
    await mkdir(place, { recursive: true });
    const slug = `story-${number}`;
    if (number % shares.picture === 0) await writeFile(join(place, `${slug}.svg`), drawing(random));
    await writeFile(join(place, `${slug}.md`), story(slug, number, publishedAt, lent, random));
  }
}

/** The sentences of the stories in a folder, and the words that they are made of. */
async function phrasesOf(folder: string): Promise<Phrases> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  const texts = await Promise.all(files.sort().map((file) => readFile(join(folder, file), 'utf8')));
  const sentences = texts
    .map((text) => text.split(/^---$/m).slice(2).join(''))
    .flatMap((body) => body.split(/\n{2,}/))
    .filter((block) => /^\p{L}/u.test(block))
    .flatMap((paragraph) => paragraph.replaceAll('\n', ' ').split(/(?<=[.؟]) /))
    .filter((sentence) => sentence.length > 30 && !/\[\^|\]\(\//.test(sentence));
  const words = [...new Set(sentences.join(' ').match(/\p{L}{4,12}/gu))];
  return { sentences, words };
}

function story(
  slug: string,
  number: number,
  publishedAt: Date,
  { sentences, words }: Phrases,
  random: Random,
): string {
  const some = (count: number): string[] => Array.from({ length: count }, () => random.of(words));
  const paragraph = (): string => Array.from({ length: 5 }, () => random.of(sentences)).join(' ');
  const title = `${some(7).join(' ')} ${number}`;
  const time = publishedAt.toISOString();
  const fields = [
    `title: ${title}`,
    `description: ${some(14).join(' ')}.`,
    `categories: [${random.some(categoryIds, 1 + random.below(2)).join(', ')}]`,
    // A topic for each fifty stories, the first ones written about most.
    `topics: [${[...new Set(Array.from({ length: 3 }, () => `topic ${random.lowBelow(400)}`))].join(', ')}]`,
    `authors: [${random.of(authors)}]`,
    `publishedAt: ${time}`,
    ...(number % shares.correction === 0
      ? [
          `updatedAt: ${time}`,
          `corrections: [{ at: ${time}, kind: correction, text: "${some(10).join(' ')}." }]`,
        ]
      : []),
    ...(number % shares.picture === 0
      ? [`image: { src: ./${slug}.svg, alt: ${some(8).join(' ')}, credit: ${some(2).join(' ')} }`]
      : []),
    'sources:',
    ...[1, 2].flatMap((source) => [
      `  - title: ${some(6).join(' ')}`,
      `    publisher: ${some(2).join(' ')}`,
      `    url: https://example.org/${number}/${source}`,
    ]),
  ];
  const body = [
    ...Array.from({ length: 4 }, paragraph),
    `## ${some(4).join(' ')}`,
    paragraph(),
    some(5)
      .map((item) => `- ${item} ${random.of(words)}`)
      .join('\n'),
    paragraph(),
    `> ${random.of(sentences)}`,
    `## ${some(3).join(' ')}`,
    ...(number % shares.table === 0 ? [table(some(12))] : []),
    ...Array.from({ length: 3 }, paragraph),
    `${random.of(sentences)} [${some(3).join(' ')}](https://example.org/${slug}).`,
  ];
  return `---\n${fields.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

const table = ([a, b, ...cells]: readonly string[]): string =>
  [
    `| ${a} | ${b} |`,
    '| --- | --: |',
    ...cells.map((cell, index) => `| ${cell} | ${index * 17} |`),
  ].join('\n');

/** A bar chart of six bars. */
const drawing = (random: Random): string => {
  const bars = Array.from({ length: 6 }, (_, index) => {
    const height = 20 + random.below(160);
    return `<rect x="${20 + index * 60}" y="${200 - height}" width="40" height="${height}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 220"><title>Six bars</title>${bars.join('')}</svg>\n`;
};
