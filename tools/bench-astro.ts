import { join } from 'node:path';
import type { Edition } from '#site.ts';
import type { Bench } from './bench-place.ts';

const layout = `---
const { title, description } = Astro.props;
---
<!doctype html>
<html lang="en">
<head><meta charset="utf-8" /><title>{title}</title><meta name="description" content={description} /></head>
<body><main><slot /></main></body>
</html>
`;

const article = `---
import { getCollection, render } from 'astro:content';
import Page from '/src/Page.astro';

export const getStaticPaths = async () =>
  (await getCollection('articles')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));

const { entry } = Astro.props;
const { Content } = await render(entry);
const { title, description, publishedAt, sources } = entry.data;
---
<Page title={title} description={description}>
  <h1>{title}</h1><p>{description}</p><time>{publishedAt.toISOString()}</time>
  <Content />
  <ul>{sources.map(({ url, title }) => <li><a href={url}>{title}</a></li>)}</ul>
</Page>
`;

const list = (editions: readonly string[], perPage: number): string => `---
import { getCollection } from 'astro:content';
import Page from '/src/Page.astro';

export const getStaticPaths = async ({ paginate }) => {
  const newest = (await getCollection('articles')).sort((a, b) => b.data.publishedAt - a.data.publishedAt);
  const lists = new Map();
  for (const entry of newest) {
    const edition = ${JSON.stringify(editions)}.find((id) => entry.id.startsWith(id + '/'));
    for (const kind of ['categories', 'topics', 'authors']) {
      for (const name of entry.data[kind]) {
        const path = [edition, kind, name.replaceAll(' ', '-')].join('/');
        const list = lists.get(path);
        if (list) list.push(entry);
        else lists.set(path, [entry]);
      }
    }
  }
  return [...lists].flatMap(([path, entries]) =>
    paginate(entries, { params: { list: path }, pageSize: ${perPage} }),
  );
};

const { page } = Astro.props;
---
<Page title={Astro.params.list}>
  <h1>{Astro.params.list}</h1>
  {page.data.map(({ id, data }) => (
    <article><h2><a href={'/articles/' + id + '/'}>{data.title}</a></h2><p>{data.description}</p><time>{data.publishedAt.toISOString()}</time></article>
  ))}
</Page>
`;

const config = (site: string): string => `import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import rehypeSanitize from 'rehype-sanitize';

export default defineConfig({
  site: 'https://site.example',
  outDir: ${JSON.stringify(site)},
  cacheDir: './cache',
  markdown: { processor: unified({ rehypePlugins: [rehypeSanitize] }), syntaxHighlight: false },
});
`;

const content = (archive: string): string => `import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

export const collections = {
  articles: defineCollection({
    loader: glob({ pattern: '**/*.md', base: ${JSON.stringify(join(archive, 'articles'))} }),
    schema: z.object({
      title: z.string(),
      description: z.string(),
      categories: z.array(z.string()),
      topics: z.array(z.string()),
      authors: z.array(z.string()),
      publishedAt: z.coerce.date(),
      sources: z.array(z.object({ title: z.string(), publisher: z.string(), url: z.string() })),
    }),
  }),
};
`;

export const astroFiles = (
  { archive, site }: Bench,
  editions: readonly Edition[],
  perPage: number,
): Record<string, string> => ({
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': config(site),
  'src/content.config.ts': content(archive),
  'src/Page.astro': layout,
  'src/pages/articles/[...id].astro': article,
  'src/pages/lists/[...list]/[...page].astro': list(
    editions.map(({ id }) => id),
    perPage,
  ),
});
