/** A guide to the site for programs that read it: https://llmstxt.org/ */
import { type Edition, categoryIds } from '#site.ts';
import { feedForms } from './feed-list.ts';
import { escapeMarkdown } from './markdown-inline.ts';
import type { Page } from './page.ts';
import {
  absolute,
  archivePath,
  articleMarkdownPath,
  articlePath,
  categoryPath,
  correctionsPath,
  feedPath,
  feedsPath,
  homePath,
  newsSitemapPath,
  pagePath,
  sitemapPath,
  topicsPath,
} from './urls.ts';

export interface LlmsWords {
  readonly newest: string;
  readonly topics: string;
  readonly topicsDescription: string;
  readonly archive: string;
  readonly archiveDescription: string;
  readonly corrections: string;
  readonly correctionsDescription: string;
  readonly feeds: string;
  readonly feedsDescription: string;
}

export interface LlmsEdition {
  readonly edition: Edition;
  readonly words: LlmsWords;
  readonly pages: readonly Pick<Page, 'slug' | 'title' | 'description'>[];
}

/** It names the parts of the site, not its stories: it changes when the site does. */
export function llms(parts: readonly LlmsEdition[]): string {
  const edition = parts[0]?.edition;
  if (!edition) throw new Error('There is no edition. Add one to src/site.ts.');
  const article = { edition, slug: 'SLUG' };
  return `# ${escapeMarkdown(edition.siteName)}

> ${escapeMarkdown(edition.tagline)}

Every article stands at ${absolute(articlePath(article))} and, as Markdown with its sources, corrections and dates, at ${absolute(articleMarkdownPath(article))}. The newest stories are in the feeds, in full; all of them are in the sitemap. Drafts and stories before their time are in none of these.

${parts.map(section).join('\n')}
## Optional

- [Sitemap](${absolute(sitemapPath())}): every page, with the date of its last change
- [News sitemap](${absolute(newsSitemapPath())}): the stories of the last two days
`;
}

function section({ edition, words, pages }: LlmsEdition): string {
  const entries: [name: string, path: string, about: string][] = [
    [edition.siteName, homePath(edition), edition.tagline],
    ...categoryIds.map((id): [string, string, string] => {
      const { name, description } = edition.categories[id];
      return [name, categoryPath(edition, id), description];
    }),
    [words.topics, topicsPath(edition), words.topicsDescription],
    [words.archive, archivePath(edition), words.archiveDescription],
    [words.corrections, correctionsPath(edition), words.correctionsDescription],
    ...pages.map(({ slug, title, description }): [string, string, string] => [
      title,
      pagePath(edition, slug),
      description,
    ]),
    [words.feeds, feedsPath(edition), words.feedsDescription],
    ...feedForms.map(({ file, name }): [string, string, string] => [
      name,
      feedPath(edition, undefined, file),
      words.newest,
    ]),
  ];
  const lines = entries.map(
    ([name, path, about]) =>
      `- [${escapeMarkdown(name)}](${absolute(path)}): ${escapeMarkdown(about)}`,
  );
  return `## ${escapeMarkdown(edition.languageName)}\n\n${lines.join('\n')}\n`;
}
