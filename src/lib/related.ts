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
 * Stories to read next, best first, for each of these, which are sorted newest first. Considered are the stories nearest
 * in time, `reach` on either side, among those with one of its topics, and among those of one of its categories. A story
 * counts two for each topic that it shares and one for each category; of equals, the one published nearest in time comes
 * first, then the newer.
 *
 * The reach is what keeps an archive still: a new story can change the pages of its neighbours in time only.
 */
export function relatedAmong<T extends Candidate>(
  stories: readonly T[],
): (story: T, most: number) => T[] {
  // Of a story, a hundred others are looked at. As numbers, all that is asked of them lies close together in memory.
  const numbers = new Map(stories.map((story, number) => [story, number]));
  const times = stories.map(({ publishedAt }) => publishedAt.getTime());
  const labels = new Labels();
  const places = stories.map(({ topics, categories }, number) => [
    ...labels.add(number, 'topic', topics.map(topicSlug)),
    ...labels.add(number, 'category', categories),
  ]);
  const labelsOf = places.map((some) => some.map(({ label }) => label));

  return (story, most) => {
    const number = numbers.get(story) ?? -1;
    const own = labelsOf[number] ?? [];
    const time = story.publishedAt.getTime();
    const best: Scored[] = [];
    for (const { label, position } of places[number] ?? []) {
      const start = Math.max(0, position - reach);
      for (const other of labels.stories(label).slice(start, position + reach + 1)) {
        if (other === number) continue;
        let score = 0;
        for (const shared of labelsOf[other] ?? []) {
          if (own.includes(shared)) score += labels.weight(shared);
        }
        // Most belong nowhere.
        if (best.length === most && score < (best.at(-1)?.score ?? 0)) continue;
        place({ other, score, distance: Math.abs((times[other] ?? 0) - time) }, best, most);
      }
    }
    return best.flatMap(({ other }) => stories[other] ?? []);
  };
}

const weights = { topic: 2, category: 1 };

/** Topics and categories by numbers, each with the numbers of the stories that have it. */
class Labels {
  readonly #numbers = new Map<string, number>();
  readonly #weights: number[] = [];
  readonly #stories: number[][] = [];

  /** Says, of each label, at which place among its stories this one stands. */
  add(
    story: number,
    kind: keyof typeof weights,
    names: readonly string[],
  ): { readonly label: number; readonly position: number }[] {
    return [...new Set(names)].map((name) => {
      const label = this.#numberOf(kind, name);
      return { label, position: this.stories(label).push(story) - 1 };
    });
  }

  weight(label: number): number {
    return this.#weights[label] ?? 0;
  }

  stories(label: number): number[] {
    return (this.#stories[label] ??= []);
  }

  #numberOf(kind: keyof typeof weights, name: string): number {
    const key = `${kind} ${name}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    this.#weights[number] = weights[kind];
    return number;
  }
}

interface Scored {
  readonly other: number;
  readonly score: number;
  readonly distance: number;
}

/** Puts a story where it belongs among the best, if it does and is not there already: many share several labels. */
function place(story: Scored, best: Scored[], most: number): void {
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

/** Of two stories, the newer has the lower number. */
const isBefore = (a: Scored, b: Scored): boolean =>
  (b.score - a.score || a.distance - b.distance || a.other - b.other) < 0;

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
