/** What is no mistake, but what an editor may want to change. */
import type { ArticleFields } from '#data/schema.ts';
import { topicSlug } from '#lib/topic.ts';
import type { Draft, Drafts } from './drafts.ts';
import type { Source } from './front-matter.ts';
import type { Problem } from './problems.ts';

/** Search results and phones cut headlines at about this length. */
const longTitle = 90;

/** What an article's own fields give rise to. */
export const noteFields = (
  source: Pick<Source, 'problemAt'>,
  { title, sources }: ArticleFields,
): Problem[] => [
  ...(title.length > longTitle
    ? [
        source.problemAt(
          ['title'],
          `has ${title.length} characters. Up to ${longTitle} are shown whole in most places; shorten it if you can.`,
        ),
      ]
    : []),
  ...sources.flatMap(({ url }, index): Problem[] =>
    // Can be read along, and changed, on its way.
    /^http:/i.test(url)
      ? [
          source.problemAt(
            ['sources', index, 'url'],
            `is ${url}, without encryption. Use https:// if the site has it.`,
          ),
        ]
      : [],
  ),
];

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
