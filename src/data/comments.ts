import { getCollection } from 'astro:content';
import type { Article } from '#lib/article.ts';
import { type Comment, oldestFirst } from '#lib/comment.ts';

const byArticle = Map.groupBy(await getCollection('comments'), ({ data }) => data.article);

/** The reviewed comments of an article, oldest first. */
export const getComments = ({
  edition,
  slug,
}: Pick<Article, 'edition' | 'slug'>): readonly Comment[] =>
  (byArticle.get(`${edition.id}/${slug}`) ?? [])
    .map(({ data: { number, name, postedAt }, rendered }) => ({
      number,
      name,
      postedAt,
      bodyHtml: rendered?.html ?? '',
    }))
    .sort(oldestFirst);
