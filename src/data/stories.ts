import type { Article } from '#lib/article.ts';
import type { Author } from '#lib/author.ts';
import type { Comment } from '#lib/comment.ts';
import type { Neighbours } from '#lib/related.ts';
import { getNeighbours } from './articles.ts';
import { getAuthor } from './authors.ts';
import { getComments } from './comments.ts';

/** What the page of an article shows, in full or as text; its body is read where it is printed. */
export interface Story {
  readonly article: Article;
  readonly authors: readonly Author[];
  readonly comments: readonly Comment[];
  readonly neighbours: Neighbours<Article>;
}

// Both pages of an article are given the same story, whose neighbours take a moment to find.
const stories = new WeakMap<Article, Story>();

export function getStory(article: Article): Story {
  let story = stories.get(article);
  if (!story) {
    story = {
      article,
      authors: getArticleAuthors(article),
      comments: getComments(article),
      neighbours: getNeighbours(article),
    };
    stories.set(article, story);
  }
  return story;
}

export const getArticleAuthors = ({ edition, authors }: Article): readonly Author[] =>
  authors.map((id) => getAuthor(edition, id));
