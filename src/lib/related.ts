import { type Article, newestFirst } from './article.ts';
import { topicSlugs } from './topic.ts';

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
  const topics = topicSlugs(article.topics);
  const categories: readonly string[] = article.categories;
  const time = article.publishedAt.getTime();
  const score = (other: Candidate): number => {
    let points = 0;
    // A few of each: a list is sooner looked through than a set is made.
    for (const topic of topicSlugs(other.topics)) if (topics.includes(topic)) points += 2;
    for (const category of other.categories) if (categories.includes(category)) points++;
    return points;
  };

  const best: Scored<T>[] = [];
  for (const list of lists) {
    const position = positionIn(list, article);
    for (const other of list.slice(Math.max(0, position - reach), position + reach + 1)) {
      if (other.slug === article.slug) continue;
      const distance = Math.abs(other.publishedAt.getTime() - time);
      place({ other, score: score(other), distance }, best, most);
    }
  }
  return best.map(({ other }) => other);
}

interface Scored<T> {
  readonly other: T;
  readonly score: number;
  readonly distance: number;
}

/**
 * Puts a story where it belongs among the best, if it does and is not there already: every article has a hundred to
 * choose from, many of them in several lists.
 */
function place<T extends Candidate>(story: Scored<T>, best: Scored<T>[], most: number): void {
  const last = best.length < most ? undefined : best.at(-1);
  if (last && !isBefore(story, last)) return;
  if (best.some(({ other }) => other === story.other)) return;
  let position = best.length;
  for (let above = best.at(-1); above && isBefore(story, above); above = best[position - 1]) {
    position--;
  }
  best.splice(position, 0, story);
  if (best.length > most) best.pop();
}

const isBefore = <T extends Candidate>(a: Scored<T>, b: Scored<T>): boolean =>
  (b.score - a.score || a.distance - b.distance || newestFirst(a.other, b.other)) < 0;

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
