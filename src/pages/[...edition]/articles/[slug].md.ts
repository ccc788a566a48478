import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { articlePaths, getBody } from '#data/articles.ts';
import { getAuthor } from '#data/authors.ts';
import { articleMarkdown } from '#lib/article-markdown.ts';

export const getStaticPaths = articlePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { article },
}) => {
  const authors = article.authors.map((id) => getAuthor(article.edition, id));
  return new Response(articleMarkdown(article, { authors, body: await getBody(article) }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};
