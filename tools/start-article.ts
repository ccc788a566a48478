/** Gathers what a new article needs, and writes its file. What is there is never overwritten. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '#build/walk.ts';
import { articleSchema } from '#data/schema.ts';
import { slugPattern } from '#lib/slug.ts';
import { type CategoryId, categoryIds, editions } from '#site.ts';
import { type Ask, askFor, choose, type Choice, editionFor } from './article-choices.ts';
import { articleFile } from './article-file.ts';
import { articleSlug } from './article-slug.ts';
import { nextHour } from './publish-hour.ts';
import { fileWithSlug } from './taken-slug.ts';

const usage = `npm run new -- "Headline" [--edition ${editions.map(({ id }) => id).join('|')}] [--category ${categoryIds.join('|')}] [--author ID] [--slug SLUG] [--content DIR]`;

async function getHeadline(words: readonly string[], ask: Ask | undefined): Promise<string> {
  const given = words.join(' ').replaceAll(/\s+/g, ' ').trim();
  if (given === '' && !ask) throw new Error(`There is no headline. Give one: ${usage}`);
  const headline = given === '' && ask ? await askFor(ask, 'headline: ', Boolean) : given;
  const [issue] = articleSchema.shape.title.safeParse(headline).error?.issues ?? [];
  if (issue) throw new Error(`The headline ${issue.message}`);
  return headline;
}

async function getSlug(given: string | undefined, headline: string, ask: Ask | undefined) {
  const slug = given ?? articleSlug(headline);
  if (slugPattern.test(slug)) return slug;
  const form = 'a-z, 0-9 and single hyphens, such as olive-harvest';
  if (given !== undefined) throw new Error(`--slug is "${given}", which is no slug. Use ${form}.`);
  if (!ask) throw new Error(`No slug can be made of this headline. Add --slug with ${form}.`);
  return askFor(ask, `slug (${form}): `, (answer) => slugPattern.test(answer));
}

async function getAuthors(contentDir: string): Promise<[string, ...string[]]> {
  const ids = (await listFiles(join(contentDir, 'authors')))
    .filter((path) => path.endsWith('.md'))
    .map((path) => path.slice(0, -'.md'.length))
    .filter((id) => slugPattern.test(id));
  const [first, ...others] = ids;
  if (first !== undefined) return [first, ...others];
  throw new Error(
    `${contentDir}/authors has no author. Add a file ada.md there, with "name: Ada" between two lines "---".`,
  );
}

interface Circumstances {
  readonly contentDir: string;
  readonly now: Date;
  /** Absent where nobody can answer. */
  readonly ask: Ask | undefined;
}

/** Does what the arguments say, and tells what it did; throws what is to be told when it cannot. */
export async function startArticle(
  args: readonly string[],
  { contentDir, now, ask }: Circumstances,
): Promise<string> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      edition: { type: 'string' },
      category: { type: 'string' },
      author: { type: 'string' },
      slug: { type: 'string' },
      content: { type: 'string', default: contentDir },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return usage;
  const headline = await getHeadline(positionals, ask);
  const choices: Choice[] = [];
  const pick = async (name: 'edition' | 'category' | 'author', known: string[], usual: string) => {
    const choice = await choose({ name, given: values[name], known, usual, ask });
    choices.push({ ...choice, value: `${name} ${choice.value}` });
    return choice.value;
  };

  const guess = editionFor(headline, editions)?.id ?? '';
  const editionId = await pick(
    'edition',
    editions.map(({ id }) => id),
    guess,
  );
  const category = await pick('category', [...categoryIds], categoryIds[0]);
  const authors = await getAuthors(values.content);
  const author = await pick('author', authors, authors[0]);
  const slug = await getSlug(values.slug, headline, ask);

  const taken = await fileWithSlug(values.content, editionId, slug);
  if (taken !== undefined) {
    throw new Error(
      `${taken} has the address "${slug}" already. Go on writing there, or add --slug with another, such as ${slug}-2.`,
    );
  }
  const timeZone = editions.find(({ id }) => id === editionId)?.timeZone ?? 'UTC';
  const publishedAt = nextHour(now, timeZone);
  const year = publishedAt.slice(0, 4);
  const file = join(values.content, 'articles', editionId, year, `${slug}.md`);
  const start = { title: headline, category: category as CategoryId, author, publishedAt };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, articleFile(start), { flag: 'wx' });
  return report(file.replaceAll('\\', '/'), choices);
}

function report(file: string, choices: readonly Choice[]): string {
  const taken = choices.filter(({ isTaken }) => isTaken).map(({ value }) => value);
  return [
    `Wrote ${file}.`,
    ...(taken.length > 0 ? [`Taken, as nothing else was said: ${taken.join(', ')}.`] : []),
    'Next:',
    '1. Write the story in that file; its notes explain every field. "npm run dev" shows it as you write.',
    '2. When it is ready, write "draft: false" and run "npm run check".',
  ].join('\n');
}
