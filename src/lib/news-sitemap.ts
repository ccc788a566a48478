/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
import { type Article, newestFirst } from './article.ts';
import { machineTime } from './dates.ts';
import { type Markup, markup } from './markup.ts';
import { xmlHead } from './sitemap.ts';
import { absolute, articlePath } from './urls.ts';

const most = 1000;

/**
 * The stories of the last two days, as news. When there are none, the file holds one address without news:
 * the newest story, or else the home page. Google says of older stories to "remove the news:news metadata", and
 * other consoles report a file without any address as broken: docs/decisions/0014.
 */
export function newsSitemap(
  articles: readonly Article[],
  { isNews, homePath }: { isNews: (article: Article) => boolean; homePath: string },
): string {
  const stories = articles.toSorted(newestFirst);
  const fresh = stories.filter(isNews).slice(0, most);
  const [newest] = stories;
  const entries =
    fresh.length > 0
      ? fresh.map(newsEntry)
      : [markup`<url><loc>${absolute(newest ? articlePath(newest) : homePath)}</loc></url>\n`];
  return (
    xmlHead +
    markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries}</urlset>
`.text
  );
}

const newsEntry = (
  article: Article,
): Markup => markup`<url><loc>${absolute(articlePath(article))}</loc><news:news>
<news:publication><news:name>${article.edition.siteName}</news:name><news:language>${article.edition.lang}</news:language></news:publication>
<news:publication_date>${machineTime(article.publishedAt)}</news:publication_date>
<news:title>${article.title}</news:title>
</news:news></url>
`;
