/** Other generators, given the same archive and templates that say the same: an article, and lists of twenty. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { categoryIds } from '#site.ts';

export interface Peer {
  readonly name: string;
  /** Writes its configuration and templates, and says how it builds the archive into a folder. */
  readonly prepare: (work: string, archive: string, site: string) => Promise<readonly string[]>;
  /** Where the page of an article stands in its site. */
  readonly isArticle: (path: string) => boolean;
}

async function writeAll(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Run with CONTENT_DIR. */
export const ours: Peer = {
  name: 'this site',
  prepare: (_work, _archive, site) =>
    Promise.resolve([process.execPath, 'tools/build.ts', '--outDir', site]),
  isArticle: (path) => /^(?:ar\/)?articles\/story-\d+\/index\.html$/.test(path),
};

/** Debian's package, or any `hugo` on the path. */
export const hugo: Peer = {
  name: 'Hugo',
  prepare: async (work, archive, site) => {
    await writeAll(work, {
      'config.json': JSON.stringify({
        baseURL: 'https://site.example/',
        contentDir: join(archive, 'articles'),
        paginate: 20,
        disableKinds: ['404', 'section'],
        taxonomies: { category: 'categories', topic: 'topics', author: 'authors' },
        frontmatter: { date: ['publishedAt'] },
        outputs: { home: ['HTML', 'RSS'], taxonomy: ['HTML'], term: ['HTML'] },
        markup: { highlight: { codeFences: false } },
      }),
      'layouts/_default/baseof.html':
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head><body><main>{{ block "main" . }}{{ end }}</main></body></html>',
      'layouts/_default/single.html':
        '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Description }}</p><time>{{ .Date }}</time>{{ .Content }}<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul><ul>{{ range first 4 (.Site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}',
      'layouts/_default/list.html':
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p><time>{{ .Date }}</time></article>{{ end }}{{ template "_internal/pagination.html" . }}{{ end }}',
    });
    return ['hugo', '--source', work, '--destination', site, '--cleanDestinationDir', '--quiet'];
  },
  isArticle: (path) => /story-\d+\/index\.html$/.test(path),
};

/** Installed from npm into the bench's own folder. */
export const eleventy: Peer = {
  name: 'Eleventy',
  prepare: async (work, archive, site) => {
    await writeAll(work, {
      'eleventy.config.js': `module.exports = (config) => {
  config.setQuietMode(true);
  config.addGlobalData('layout', 'article.njk');
  for (const id of ${JSON.stringify(categoryIds)}) {
    config.addCollection(id, (all) => all.getAll().filter(({ data }) => (data.categories ?? []).includes(id)).sort((a, b) => new Date(b.data.publishedAt) - new Date(a.data.publishedAt)));
    config.addTemplate('list-' + id + '.njk', '<h1>' + id + '</h1>{% for item in pagination.items %}<article><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2><p>{{ item.data.description }}</p></article>{% endfor %}', { layout: 'page.njk', pagination: { data: 'collections.' + id, size: 20 }, permalink: '/lists/' + id + '/{{ pagination.pageNumber }}/' });
  }
  return { dir: { input: ${JSON.stringify(join(archive, 'articles'))}, output: ${JSON.stringify(site)}, includes: ${JSON.stringify(relative(join(archive, 'articles'), join(work, 'includes')))} } };
};
`,
      'includes/page.njk':
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body><main>{{ content | safe }}</main></body></html>',
      'includes/article.njk':
        '---\nlayout: page.njk\n---\n<h1>{{ title }}</h1><p>{{ description }}</p><time>{{ publishedAt }}</time>{{ content | safe }}<ul>{% for source in sources %}<li><a href="{{ source.url }}">{{ source.title }}</a></li>{% endfor %}</ul>',
    });
    return ['npx', '--yes', '@11ty/eleventy@3.1.8', `--config=${join(work, 'eleventy.config.js')}`];
  },
  isArticle: (path) => /story-\d+\/index\.html$/.test(path),
};
