/** The published articles: read once, sorted once, found by edition, category, topic, author and month. */
import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { type Article, type CorrectedArticle, newestFirst } from '#lib/article.ts';
import { type Month, monthOf } from '#lib/dates.ts';
import { type Neighbours, positionIn, relatedAmong } from '#lib/related.ts';
import { editionParam } from '#lib/route.ts';
import { topicSlug } from '#lib/topic.ts';
import { type CategoryId, type Edition, editions, site } from '#site.ts';

const editionOf = (id: string): Edition => {
  const edition = editions.find((candidate) => candidate.id === id);
  if (!edition)
    throw new Error(`An article stands in the edition "${id}", which src/site.ts does not list.`);
  return edition;
};

function toArticle({ data }: CollectionEntry<'articles'>): Article {
  const { image, picture, corrections, edition, categories, ...fields } = data;
  const [primary, ...others] = categories;
  if (!primary) throw new Error(`The article "${data.slug}" has no category.`);
  // A story that was corrected was changed, also where nobody wrote that down.
  const changes = [fields.updatedAt, ...corrections.map(({ at }) => at)].filter(
    (at) => at !== undefined,
  );
  return {
    ...fields,
    updatedAt: changes.sort((a, b) => b.getTime() - a.getTime())[0],
    edition: editionOf(edition),
    categories: [primary, ...others],
    image: image && picture && { ...image, ...picture },
    corrections: corrections.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

/** A list of articles under every key that `keysOf` gives one; each list keeps the order. */
function index(
  articles: readonly Article[],
  keysOf: (article: Article) => readonly string[],
): Map<string, Article[]> {
  const lists = new Map<string, Article[]>();
  for (const article of articles) {
    for (const key of new Set(keysOf(article))) {
      const list = lists.get(key);
      if (list) list.push(article);
      else lists.set(key, [article]);
    }
  }
  return lists;
}

const monthKey = ({ year, month }: Month): string => `${year}-${month}`;

const all = (await getCollection('articles')).map(toArticle).sort(newestFirst);

const monthsOf = new Map(
  all.map((article) => [article, monthOf(article.publishedAt, article.edition)]),
);

/** The month that an article was published in. */
export function getMonth(article: Article): Month {
  const month = monthsOf.get(article);
  if (!month) throw new Error(`The article "${article.slug}" is not published.`);
  return month;
}

const shelves = new Map(
  editions.map((edition) => {
    const articles = all.filter((article) => article.edition === edition);
    return [
      edition.id,
      {
        articles,
        related: relatedAmong(articles),
        slugs: new Map(articles.map((article) => [article.slug, article])),
        categories: index(articles, ({ categories }) => categories),
        topics: index(articles, ({ topics }) => topics.map(topicSlug)),
        authors: index(articles, ({ authors }) => authors),
        months: index(articles, (article) => [monthKey(getMonth(article))]),
      },
    ] as const;
  }),
);

function shelfOf({ id }: Edition) {
  const shelf = shelves.get(id);
  if (!shelf) throw new Error(`src/site.ts lists no edition "${id}".`);
  return shelf;
}

/** Newest first, as every list here. */
export const getArticles = (edition: Edition): readonly Article[] => shelfOf(edition).articles;

/** A path for each article, with what its page is given. */
export const articlePaths = <Props>(propsOf: (article: Article) => Props) =>
  all.map((article) => ({
    params: { edition: editionParam(article.edition), slug: article.slug },
    props: propsOf(article),
  }));

export const getCategoryArticles = (edition: Edition, category: CategoryId): readonly Article[] =>
  shelfOf(edition).categories.get(category) ?? [];

export const getAuthorArticles = (edition: Edition, author: string): readonly Article[] =>
  shelfOf(edition).authors.get(author) ?? [];

/** Ids of the authors with a published article. */
export const getAuthorIds = (edition: Edition): readonly string[] => [
  ...shelfOf(edition).authors.keys(),
];

export interface Topic {
  /** As its newest article writes it. */
  readonly name: string;
  readonly articles: readonly Article[];
}

/** In the order of the edition's alphabet. */
export const getTopics = (edition: Edition): readonly Topic[] => {
  const { compare } = new Intl.Collator(edition.locale);
  return [...shelfOf(edition).topics]
    .map(([slug, articles]) => ({
      name: articles[0]?.topics.find((topic) => topicSlug(topic) === slug) ?? slug,
      articles,
    }))
    .sort((a, b) => compare(a.name, b.name));
};

export interface MonthShelf extends Month {
  readonly articles: readonly Article[];
}

/** Newest first. */
export const getMonths = ({ id }: Edition): readonly MonthShelf[] => monthShelves.get(id) ?? [];

// Every month asks for all: for its twins.
const monthShelves = new Map(
  editions.map((edition) => [
    edition.id,
    [...shelfOf(edition).months].map(([key, articles]) => {
      const [year = '', month = ''] = key.split('-');
      return { year, month, articles };
    }),
  ]),
);

export function getNeighbours(article: Article): Neighbours<Article> {
  const { categories, related } = shelfOf(article.edition);
  const inCategory = categories.get(article.categories[0]) ?? [];
  const position = positionIn(inCategory, article);
  return {
    related: related(article, site.relatedArticles),
    previous: inCategory[position + 1],
    next: inCategory[position - 1],
  };
}

/** The same story in other editions: those with the same slug. */
export const getTwin = ({ slug }: Article, other: Edition): Article | undefined =>
  shelfOf(other).slugs.get(slug);

export const getTwins = (article: Article): readonly Article[] =>
  editions
    .filter((other) => other !== article.edition)
    .flatMap((other) => getTwin(article, other) ?? []);

/** The cleaned HTML of an article's body. */
export async function getBody({ edition, slug }: Article): Promise<string> {
  const html = (await getEntry('articles', `${edition.id}/${slug}`))?.rendered?.html;
  if (!html)
    throw new Error(
      `The article "${edition.id}/${slug}" has no text. Its file should have been refused.`,
    );
  return html;
}

/** Old addresses, each with the article that it leads to. */
export const getRedirects = (): { from: string; to: Article }[] =>
  all.flatMap((to) => to.redirectFrom.map((from) => ({ from, to })));

/** Every correction of an edition with its article, newest first. */
export const getCorrections = (edition: Edition): CorrectedArticle[] =>
  getArticles(edition)
    .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort(
      (a, b) =>
        b.correction.at.getTime() - a.correction.at.getTime() || newestFirst(a.article, b.article),
    );
