/** Shows what was found. Everything is put in as text: headlines and stories may hold anything. */
import { bestPart, markWords, type Passage } from '#lib/excerpt.ts';
import { wordsOfText } from '#lib/search-words.ts';
import type { FoundStory } from './story-index.ts';

/** Words of an excerpt. */
const length = 34;

function append(parent: HTMLElement, passages: readonly Passage[]): void {
  for (const { text, isMatch } of passages) {
    if (!isMatch) {
      parent.append(text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = text;
    parent.append(mark);
  }
}

/** One story that was found: its headline, an excerpt, its date. */
export function resultItem({ url, content, locations, meta }: FoundStory): HTMLLIElement {
  const words = content.split(' ');
  const matches = new Set(locations);
  const textFrom = wordsOfText(meta.title).length;
  const part = bestPart(words.length, locations, { from: textFrom, length });

  const link = document.createElement('a');
  link.href = url;
  append(link, markWords(words, matches, { to: textFrom }));
  const title = document.createElement('h3');
  title.className = 'title';
  title.append(link);

  const excerpt = document.createElement('p');
  if (part.from > textFrom) excerpt.append('… ');
  append(excerpt, markWords(words, matches, part));
  if (part.to < words.length) excerpt.append(' …');

  const time = document.createElement('time');
  time.dateTime = meta.publishedAt;
  time.textContent = meta.date;
  const date = document.createElement('p');
  date.className = 'meta';
  date.append(time);

  const item = document.createElement('li');
  item.append(title, excerpt, date);
  return item;
}
