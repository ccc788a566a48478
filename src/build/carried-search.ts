/** The search of a copy: a script with all words of all stories, and one that looks through them. */
import { join } from 'node:path';
import { strToU8, type Zippable } from 'fflate';
import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { toText } from 'hast-util-to-text';
import { rolldown } from 'rolldown';
import { SKIP, visit } from 'unist-util-visit';
import { type CarriedRecord, foldedWords } from '#lib/carried-record.ts';
import { longDate, machineTime, monthOf } from '#lib/dates.ts';
import { absolute, categoryPath } from '#lib/urls.ts';
import { categoryIds, type Edition } from '#site.ts';

/** What search knows of a page that is a story, or undefined; `url` leads there from the search page. */
export function carriedRecord(
  page: Root,
  edition: Edition,
  url: string,
): CarriedRecord | undefined {
  const article = select('main > article', page);
  const time = article ? select('.dt-published', article) : undefined;
  if (!article || !time) return undefined;
  const text = (selector: string): string => {
    const element = select(selector, article);
    return element ? toString(element).trim().replaceAll(/\s+/g, ' ') : '';
  };
  const publishedAt = new Date(String(time.properties.dateTime));
  const links = selectAll('a', article).map(({ properties: { href } }) => String(href));
  return {
    url,
    title: text('h1'),
    description: text('.standfirst'),
    categories: categoryIds.filter((id) => {
      const path = categoryPath(edition, id);
      return links.some((href) => href === path || href === absolute(path));
    }),
    year: monthOf(publishedAt, edition).year,
    date: longDate(publishedAt, edition),
    publishedAt: machineTime(publishedAt),
    words: foldedWords(toText(article)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const folder = 'search';

/** The two scripts, for the folder of the search page; newest stories first. */
export async function carriedSearch(records: readonly CarriedRecord[]): Promise<Zippable> {
  const newestFirst = [...records].sort((a, b) =>
    a.publishedAt === b.publishedAt ? compare(a.url, b.url) : compare(b.publishedAt, a.publishedAt),
  );
  return {
    [`${folder}/stories.js`]: strToU8(
      `globalThis.carriedStories=${JSON.stringify(newestFirst)};\n`,
    ),
    [`${folder}/search.js`]: strToU8(await program()),
  };
}

/** The script of the search page, with an index that needs no network in the place of the other. */
async function program(): Promise<string> {
  const client = join(process.cwd(), 'src', 'client');
  const bundle = await rolldown({
    input: join(client, 'search.ts'),
    plugins: [
      {
        name: 'carried-index',
        resolveId: (id) => (id === './story-index.ts' ? join(client, 'carried-index.ts') : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  return output[0].code;
}

/** Lets the form of the search page ask these scripts. Modules would not load from a disk. */
export function prepareSearch(page: Root): void {
  const form = select('form[data-search-program]', page);
  const body = select('body', page);
  if (!form || !body) return;
  delete form.properties.action;
  form.properties['dataSearchProgram'] = '';
  visit(form, 'element', ({ properties }, index, parent) => {
    if (index === undefined || !parent) return undefined;
    if (properties.type !== 'hidden' && properties['dataWithScript'] !== 'hide') return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const script = (src: string): Element => ({
    type: 'element',
    tagName: 'script',
    properties: { src },
    children: [],
  });
  body.children.push(script('stories.js'), script('search.js'));
}
