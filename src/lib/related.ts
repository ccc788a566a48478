import { type Article, newestFirst } from './article.ts';
import { topicSlug } from './topic.ts';

type Candidate = Pick<Article, 'slug' | 'topics' | 'categories' | 'publishedAt'>;

/** The only other stories that an article's page depends on. */
export interface Neighbours<T> {
  readonly related: readonly T[];
  /** The one published before it in its primary category. */
  readonly previous: T | undefined;
  readonly next: T | undefined;
}

/** How many stories on either side, in time, of an article may be related to it through one list. */
export const reach = 12;

/**
 * Stories to read next, best first. Considered are the stories nearest in time, `reach` on either side, in
 * each list that the article stands in: its topics and its categories. A story counts two for each topic
 * that it shares and one for each category; of equals, the one published nearest in time comes first, then
 * the newer.
 *
 * The reach is what keeps an archive still: a new story can change the pages of its neighbours in time only.
 */
export function relatedTo<T extends Candidate>(
  article: T,
  lists: readonly (readonly T[])[],
  most: number,
): T[] {
  const topics = new Set(article.topics.map(topicSlug));
  const categories = new Set(article.categories);
  const score = (other: Candidate): number =>
    2 * other.topics.filter((topic) => topics.has(topicSlug(topic))).length +
    other.categories.filter((category) => categories.has(category)).length;
  const distance = (other: Candidate): number =>
    Math.abs(other.publishedAt.getTime() - article.publishedAt.getTime());

  return [...new Set(lists.flatMap((list) => around(list, article)))]
    .map((other) => ({ other, score: score(other), distance: distance(other) }))
    .sort((a, b) => b.score - a.score || a.distance - b.distance || newestFirst(a.other, b.other))
    .slice(0, most)
    .map(({ other }) => other);
}

function around<T extends Candidate>(list: readonly T[], article: T): T[] {
  const position = positionIn(list, article);
  return list
    .slice(Math.max(0, position - reach), position + reach + 1)
    .filter((other) => other.slug !== article.slug);
}

/** Where an article stands in a list that is sorted newest first. */
export function positionIn<T extends Pick<Article, 'slug' | 'publishedAt'>>(
  list: readonly T[],
  article: T,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = list[middle];
    if (candidate && newestFirst(candidate, article) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
