import { join } from 'node:path';
import type { Edition } from '#site.ts';
import type { Bench } from './bench-place.ts';

const page = `<!doctype html>
<html lang="{{ .Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><main>{{ block "main" . }}{{ end }}</main></body>
</html>
`;

const article = `{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p><time>{{ .Date }}</time>
{{ .Content }}
<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul>
<ul>{{ range first 4 (.Site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
`;

const list = `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p><time>{{ .Date }}</time></article>{{ end }}
{{ template "_internal/pagination.html" . }}{{ end }}
`;

export const hugoFiles = (
  { archive }: Bench,
  editions: readonly Edition[],
  perPage: number,
): Record<string, string> => ({
  'config.json': JSON.stringify({
    baseURL: 'https://site.example/',
    paginate: perPage,
    disableKinds: ['404', 'section'],
    defaultContentLanguage: editions[0]?.id,
    languages: Object.fromEntries(
      editions.map(({ id }, weight) => [id, { contentDir: join(archive, 'articles', id), weight }]),
    ),
    taxonomies: { category: 'categories', topic: 'topics', author: 'authors' },
    frontmatter: { date: ['publishedAt'] },
    outputs: { home: ['HTML', 'RSS'], taxonomy: ['HTML'], term: ['HTML'] },
    markup: { highlight: { codeFences: false } },
  }),
  'layouts/_default/baseof.html': page,
  'layouts/_default/single.html': article,
  'layouts/_default/list.html': list,
});
