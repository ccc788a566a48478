import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { articlePaths, getBody } from '#data/articles.ts';
import { getArticleAuthors } from '#data/stories.ts';
import { articleMarkdown } from '#lib/article-markdown.ts';

export const getStaticPaths = () =>
  articlePaths((article) => ({ article, authors: getArticleAuthors(article) }));

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({
  props: { article, authors },
}) =>
  new Response(articleMarkdown(article, { authors, body: await getBody(article) }), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
