import type { CategoryId } from '#site.ts';
import type { Article } from './article.ts';
import { longDate, machineTime, monthOf } from './dates.ts';
import { plainText } from './text.ts';
import { articlePath } from './urls.ts';

/** A story as search knows it. */
export interface SearchRecord {
  readonly path: string;
  readonly title: string;
  /** What is searched besides the title, and what excerpts are taken from. */
  readonly text: string;
  readonly categories: readonly CategoryId[];
  /** Of publication, where the edition is read. */
  readonly year: string;
  /** As it is shown. */
  readonly date: string;
  /** For `datetime`. */
  readonly publishedAt: string;
}

export interface SearchSource {
  readonly article: Article;
  /** The body, cleaned. */
  readonly html: string;
  readonly authors: readonly string[];
}

/** Numbers that lead to a note, and arrows that lead back: in a line of text they would stick to words. */
const noteLink =
  /<a\b(?:"[^"]*"|[^">])* data-footnote-(?:back)?ref=""(?:"[^"]*"|[^">])*>.*?<\/a>/gs;

export const searchRecord = ({ article, html, authors }: SearchSource): SearchRecord => ({
  path: articlePath(article),
  title: article.title,
  text: [
    article.description,
    plainText(html.replaceAll(noteLink, '')),
    [...article.topics, ...authors].join(' · '),
  ].join(' '),
  categories: article.categories,
  year: monthOf(article.publishedAt, article.edition).year,
  date: longDate(article.publishedAt, article.edition),
  publishedAt: machineTime(article.publishedAt),
});
