/** An article as a Markdown file, for people who quote it, archive it or feed it to programs. */
import { stringify } from 'yaml';
import type { Article, LeadPicture } from './article.ts';
import { absoluteHtml } from './cleaned-html.ts';
import { treeOf } from './cleaned-tree.ts';
import { machineTime } from './dates.ts';
import { blocksMarkdown } from './markdown-blocks.ts';
import { escapeMarkdown } from './markdown-inline.ts';
import { absolute, articlePath, picturePath } from './urls.ts';

/**
 * Front matter with the fields that readers see, by the names that editors know, the headline, and the body as
 * it stands on the page: written anew from the cleaned HTML, so that nothing is in it that the cleaner took out.
 */
export function articleMarkdown(
  article: Article,
  { body, authors }: { body: string; authors: readonly { readonly name: string }[] },
): string {
  const url = absolute(articlePath(article));
  const text = blocksMarkdown(treeOf(absoluteHtml(body, url)));
  return `---
${stringify(publicFields(article, authors), { lineWidth: 0, aliasDuplicateObjects: false })}---

# ${escapeMarkdown(article.title)}

${text}
`;
}

/** Undefined fields and empty lists are left out. */
function publicFields(article: Article, authors: readonly { readonly name: string }[]) {
  const { edition, title, description, kicker, dateline, image, updatedAt, sources } = article;
  const fields = {
    title,
    description,
    kicker,
    url: absolute(articlePath(article)),
    language: edition.lang,
    publisher: edition.siteName,
    categories: article.categories.map((id) => edition.categories[id].name),
    topics: article.topics,
    authors: authors.map(({ name }) => name),
    dateline,
    publishedAt: machineTime(article.publishedAt),
    updatedAt: updatedAt && machineTime(updatedAt),
    image: image && pictureFields(image),
    corrections: article.corrections.map(({ at, kind, text }) => ({
      at: machineTime(at),
      kind,
      text,
    })),
    sources: sources.map(({ title: name, publisher, url, archivedAt }) => ({
      title: name,
      publisher,
      url,
      ...(archivedAt === undefined ? {} : { archivedAt }),
    })),
  };
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const pictureFields = (image: LeadPicture) => ({
  src: absolute(picturePath(image)),
  alt: image.alt,
  ...(image.caption === undefined ? {} : { caption: image.caption }),
  credit: image.credit,
  ...(image.sensitive ? { sensitive: true } : {}),
});
