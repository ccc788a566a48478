/** The newest stories in one HTML file, which needs nothing else. */
import { toHtml } from 'hast-util-to-html';
import { wordsOf } from '#i18n/strings.ts';
import { longDate } from '#lib/dates.ts';
import { markup, Markup } from '#lib/markup.ts';
import { absolute, editionsPath, homePath, textPaths } from '#lib/urls.ts';
import type { Edition } from '#site.ts';
import { carriedStory, lowerHeadings, redirectLinks, type StoryPage } from './carried-story.ts';
import { withPolicy } from './policy.ts';

/** Under half a megabyte: messengers take more, but people pay for it. */
export const mostPageBytes = 490_000;

export interface Copy {
  readonly edition: Edition;
  readonly madeAt: Date;
}

const styles =
  ':root{color-scheme:light dark}' +
  'body{max-width:38em;margin:auto;padding:0 1rem 2rem;overflow-wrap:break-word;font:1.125rem/1.6 serif}' +
  ':lang(ar)>body{font-size:1.25rem;line-height:1.85}' +
  'h1,h2,h3,h4{line-height:1.4}article{margin-top:3rem;border-top:3px solid}' +
  '.kicker,.meta,figcaption{font-size:.9em}.standfirst{font-size:1.15em}' +
  'figure{margin:1rem 0}table{border-collapse:collapse}th,td{padding:.2em .6em;border:1px solid}' +
  '.table{overflow-x:auto}.end{text-align:end}ul.cluster{padding:0;list-style:none}' +
  '.cluster li{display:inline;margin-inline-end:1em}';

interface Written {
  readonly slug: string;
  readonly title: string;
  readonly html: string;
}

/** Each story's id in the page is its slug; `carried` are the slugs of those that are in it. */
function write(page: StoryPage, edition: Edition, carried: ReadonlySet<string>): Written {
  const { slug, title, article } = carriedStory(page);
  redirectLinks(article, {
    edition,
    pageUrl: new URL(absolute(textPaths.article({ edition, slug }))),
    storyAddress: (other) => (carried.has(other) ? `#${other}` : undefined),
    idPrefix: `${slug}--`,
  });
  lowerHeadings(article);
  article.properties.id = slug;
  return { slug, title, html: toHtml(article) };
}

/** The page with as many stories, from the first on, as it may have bytes, and their slugs. */
export function carriedPage(
  pages: readonly StoryPage[],
  copy: Copy,
  mostBytes = mostPageBytes,
): { html: string; stories: string[] } {
  let bytes = Buffer.byteLength(whole([], copy));
  const slugs: string[] = [];
  for (const page of pages) {
    // Links to the site are longer than those within the page will be.
    const written = write(page, copy.edition, new Set());
    bytes += Buffer.byteLength(written.html) + Buffer.byteLength(entry(written).text);
    if (bytes > mostBytes) break;
    slugs.push(written.slug);
  }
  const carried = new Set(slugs);
  const stories = pages.slice(0, slugs.length).map((page) => write(page, copy.edition, carried));
  return { html: whole(stories, copy), stories: slugs };
}

const entry = ({ slug, title }: Written): Markup => markup`<li><a href="#${slug}">${title}</a></li>
`;

function whole(stories: readonly Written[], { edition, madeAt }: Copy): string {
  const words = wordsOf(edition);
  const date = longDate(madeAt, edition);
  const home = absolute(homePath(edition));
  const title = `${edition.siteName}, ${date}`;
  const page = markup`<!doctype html>
<html lang="${edition.lang}" dir="${edition.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="canonical" href="${home}">
<style>${new Markup(styles)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${words.copyOf(home, date)}</p>
</header>
<main>
<nav aria-label="${words.contents}">
<ol>
${stories.map(entry)}</ol>
</nav>
${stories.map(({ html }) => new Markup(`${html}\n`))}</main>
<footer>
<h2>${words.aboutCopy}</h2>
<p>${words.copyCheck(absolute(editionsPath(edition)))}</p>
</footer>
</body>
</html>
`;
  return withPolicy(page.text);
}
