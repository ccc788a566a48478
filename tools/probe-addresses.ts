/** The addresses of a running site for which a probe asks: one of each kind. */
import type { Answer } from '#lib/hosts/answer.ts';
import { areaOf } from '#lib/hosts/published-page.ts';
import {
  articleMarkdownPath,
  feedPath,
  homePath,
  llmsPath,
  newsSitemapPath,
  offlineListPath,
  offlinePath,
  publicFile,
  searchPath,
  searchProgramPath,
  sitemapPath,
  textPaths,
} from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { categoryIds, editions, site } from '#site.ts';

const base = settings.siteUrl.pathname;

export async function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(origin + path, {
    redirect: 'manual',
    headers: { 'accept-encoding': 'br, gzip', ...headers },
    signal: AbortSignal.timeout(30_000),
  });
  return { path, status: response.status, headers: response.headers, body: await response.text() };
}

/** Where the site itself stands, which a mirror names in its addresses: the path of its front page. */
async function mainPath(origin: string): Promise<string> {
  const { body } = await ask(origin, base);
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(body)?.[1] ?? '';
  return URL.canParse(canonical) ? new URL(canonical).pathname : base;
}

/** The addresses in a sitemap, as paths below this site's own. */
const pathsIn = (xml: string, main: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = '']) => base + new URL(address).pathname.slice(main.length),
  );

/** One page of each area, as the sitemap names them. */
async function samplePages(origin: string): Promise<string[]> {
  const main = await mainPath(origin);
  const index = await ask(origin, sitemapPath());
  const parts = pathsIn(index.body, main);
  const lists = await Promise.all(
    parts.map(async (part) => pathsIn((await ask(origin, part)).body, main)),
  );
  const folders = editions.map(({ folder }) => folder);
  const areas = new Map(
    lists.flat().map((path) => [areaOf(path.slice(base.length), folders), path] as const),
  );
  return [...areas.values()].sort();
}

/** The text version of a story, and the story as Markdown. */
function formsOfStory(path: string): string[] {
  const edition = [...editions]
    .reverse()
    .find((candidate) => path.startsWith(`${homePath(candidate)}articles/`));
  const slug = path.split('/').at(-2) ?? '';
  if (!edition || slug === 'articles') return [];
  return [textPaths.article({ edition, slug }), articleMarkdownPath({ edition, slug })];
}

/** What pages load, of each folder one. */
function partsOf(pages: readonly Answer[]): string[] {
  const sources = pages.flatMap(({ body }) =>
    [...body.matchAll(/ (?:src|content)="(?:https?:\/\/[^/"]+)?(\/[^"]+\.\w+)"/g)].map(
      ([, path = '']) => path,
    ),
  );
  const inSite = sources.filter((path) =>
    /^(?:_astro|pictures|cards)\//.test(path.slice(base.length)),
  );
  return [...new Map(inSite.map((path) => [path.replace(/[^/]*(\.\w+)$/, '$1'), path])).values()];
}

/** Every address to ask for, whose file there should be. */
export async function addressesOf(origin: string): Promise<string[]> {
  const pages = await samplePages(origin);
  const opened = await Promise.all(pages.map((path) => ask(origin, path)));
  const ofEditions = editions.flatMap((edition) => [
    homePath(edition),
    searchPath(edition),
    searchProgramPath(edition),
    textPaths.home(edition),
    ...(['rss.xml', 'atom.xml', 'feed.json'] as const).flatMap((file) =>
      [undefined, categoryIds[0]].map((list) => feedPath(edition, list, file)),
    ),
    ...(site.offline.enabled ? [offlinePath(edition), offlineListPath(edition)] : []),
  ]);
  const files = ['favicon.svg', 'feed.css', 'robots.txt', 'sw.js', 'SHA256SUMS', 'build.json'].map(
    publicFile,
  );
  return [
    ...new Set([
      ...pages,
      ...pages.flatMap(formsOfStory),
      ...ofEditions,
      ...partsOf(opened),
      sitemapPath(),
      newsSitemapPath(),
      llmsPath(),
      ...files,
    ]),
  ];
}
