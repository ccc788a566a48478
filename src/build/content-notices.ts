/** What is no mistake, but what an editor may want to change. */
import type { ArticleFields } from '#data/schema.ts';
import { topicSlug } from '#lib/topic.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { Problem } from './problems.ts';

/** Search results and phones cut headlines at about this length. */
const longTitle = 90;

export const noteLongTitles = ({ articles }: Pick<Drafts, 'articles'>): Problem[] =>
  articles
    .filter(({ fields }) => fields.title.length > longTitle)
    .map(({ source, fields }) =>
      source.problemAt(
        ['title'],
        `has ${fields.title.length} characters. Up to ${longTitle} are shown whole in most places; shorten it if you can.`,
      ),
    );

/** "Un" and "UN" share a page; the spelling that came first is named to whoever writes the other. */
export function noteSpellings({ articles }: Pick<Drafts, 'articles'>): Problem[] {
  const spellings = new Map<string, { topic: string; file: string }>();
  return articles.flatMap((article: Draft<ArticleFields>) =>
    article.fields.topics.flatMap((topic, index): Problem[] => {
      const key = `${article.edition}/${topicSlug(topic)}`;
      const first = spellings.get(key);
      if (!first) spellings.set(key, { topic, file: article.file });
      if (!first || first.topic === topic) return [];
      return [
        article.source.problemAt(
          ['topics', index],
          `is "${topic}", which ${first.file} writes "${first.topic}". Choose one spelling.`,
        ),
      ];
    }),
  );
}

/** A source whose address is not encrypted can be read along, and changed, on its way. */
export const noteOpenSources = ({ articles }: Pick<Drafts, 'articles'>): Problem[] =>
  articles.flatMap(({ source, fields }) =>
    fields.sources.flatMap(({ url }, index): Problem[] =>
      /^http:/i.test(url)
        ? [
            source.problemAt(
              ['sources', index, 'url'],
              `is ${url}, without encryption. Use https:// if the site has it.`,
            ),
          ]
        : [],
    ),
  );

export const noteAll = (drafts: Pick<Drafts, 'articles'>): Problem[] => [
  ...noteLongTitles(drafts),
  ...noteSpellings(drafts),
  ...noteOpenSources(drafts),
];
