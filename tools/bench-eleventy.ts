import { join, relative } from 'node:path';
import type { Edition } from '#site.ts';
import type { Bench } from './bench-place.ts';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title><meta name="description" content="{{ description }}"></head>
<body><main>{{ content | safe }}</main></body>
</html>
`;

const article = `---
layout: page.njk
---
<h1>{{ title }}</h1><p>{{ description }}</p><time>{{ publishedAt }}</time>
{{ content | safe }}
<ul>{% for source in sources %}<li><a href="{{ source.url }}">{{ source.title }}</a></li>{% endfor %}</ul>
`;

const list = `<h1>{{ list.name }}</h1>
{% for item in list.items %}<article><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2><p>{{ item.data.description }}</p><time>{{ item.data.publishedAt }}</time></article>{% endfor %}`;

export function eleventyFiles(
  { archive, work, site }: Bench,
  editions: readonly Edition[],
  perPage: number,
): Record<string, string> {
  const input = join(archive, 'articles');
  const config = `
const editions = ${JSON.stringify(editions.map(({ id }) => id))};
const kinds = { categories: 'categories', topics: 'topics', authors: 'authors' };

module.exports = (config) => {
  config.setQuietMode(true);
  config.addGlobalData('layout', 'article.njk');
  config.addCollection('lists', (all) => {
    const newest = all.getAll()
      .filter(({ data }) => data.publishedAt)
      .sort((a, b) => new Date(b.data.publishedAt) - new Date(a.data.publishedAt));
    const lists = new Map();
    for (const item of newest) {
      const edition = editions.find((id) => item.inputPath.includes('/articles/' + id + '/'));
      for (const kind of Object.keys(kinds)) {
        for (const name of item.data[kind] ?? []) {
          const path = [edition, kind, name.replaceAll(' ', '-')].join('/');
          lists.set(path, [...(lists.get(path) ?? []), item]);
        }
      }
    }
    return [...lists].flatMap(([path, items]) =>
      Array.from({ length: Math.ceil(items.length / ${perPage}) }, (_, index) => ({
        name: path,
        path: path + (index === 0 ? '' : '/' + (index + 1)),
        items: items.slice(index * ${perPage}, (index + 1) * ${perPage}),
      })),
    );
  });
  config.addTemplate('lists.njk', ${JSON.stringify(list)}, {
    layout: 'page.njk',
    pagination: { data: 'collections.lists', size: 1, alias: 'list' },
    permalink: '/lists/{{ list.path }}/',
  });
  return { dir: ${JSON.stringify({ input, output: site, includes: relative(input, join(work, 'includes')) })} };
};
`;
  return {
    'eleventy.config.js': config,
    'includes/page.njk': page,
    'includes/article.njk': article,
  };
}
