/** Rules that hold between files: every name leads somewhere, and no two things claim one address. */
import type { ArticleFields } from '#data/schema.ts';
import { categoryIds, editions } from '#site.ts';
import type { Drafts, Manuscript } from './drafts.ts';
import type { Problem } from './problems.ts';

type Article = Manuscript<ArticleFields>;
type Named = Pick<Article, 'edition' | 'slug'>;

const nameOf = ({ edition, slug }: Named): string => `${edition}/${slug}`;

/** One slug, one article in an edition, whatever the folder. */
export function checkDuplicates(articles: readonly Article[]): Problem[] {
  const first = new Map<string, Article>();
  return articles.flatMap((article): Problem[] => {
    const other = first.get(nameOf(article));
    if (!other) {
      first.set(nameOf(article), article);
      return [];
    }
    return [
      article.source.problemAt(
        [],
        `has the same slug as ${other.file}. Rename one of the two files.`,
      ),
    ];
  });
}

export function checkAuthors(
  articles: readonly Article[],
  { authorIds }: Pick<Drafts, 'authorIds'>,
): Problem[] {
  return articles.flatMap(({ source, parts }) =>
    (parts.authors ?? []).flatMap((author, index): Problem[] =>
      authorIds.has(author)
        ? []
        : [
            source.problemAt(
              ['authors', index],
              `names "${author}", who is not known. Add authors/${author}.md to the content, or correct the name.`,
            ),
          ],
    ),
  );
}

/** Nothing changes or ends before it begins. */
export function checkTimes(articles: readonly Article[]): Problem[] {
  return articles.flatMap(({ source, parts: { publishedAt, updatedAt, expiresAt } }) => {
    const problems: Problem[] = [];
    if (publishedAt && updatedAt && updatedAt < publishedAt) {
      const message = 'is before publishedAt. Set it to the time of the change, or delete it.';
      problems.push(source.problemAt(['updatedAt'], message));
    }
    if (publishedAt && expiresAt && expiresAt <= publishedAt) {
      const message = 'is not after publishedAt. Set a later time, or delete it.';
      problems.push(source.problemAt(['expiresAt'], message));
    }
    return problems;
  });
}

/** An old address may lead to one story only, and to none that is still there under that name. */
export function checkRedirects(
  articles: readonly Article[],
  { articleIds }: Pick<Drafts, 'articleIds'>,
): Problem[] {
  const claimed = new Map<string, string>();
  return articles.flatMap((article) =>
    (article.parts.redirectFrom ?? []).flatMap((old, index): Problem[] => {
      const at = (message: string): Problem[] => [
        article.source.problemAt(['redirectFrom', index], message),
      ];
      const name = `${article.edition}/${old}`;
      const other = claimed.get(name);
      claimed.set(name, article.file);
      if (articleIds.has(name))
        return at(
          `is "${old}", the address of an article. Delete it here, or rename that article.`,
        );
      if (other)
        return at(`is "${old}", which already leads to ${other}. Keep it in one of the two.`);
      return [];
    }),
  );
}

export function checkComments({
  comments,
  articleIds,
}: Pick<Drafts, 'comments' | 'articleIds'>): Problem[] {
  return comments.flatMap(({ source, article }): Problem[] =>
    articleIds.has(article)
      ? []
      : [
          source.problemAt(
            [],
            `is about ${article}, which is no article. Correct the folder's name, or delete the comment.`,
          ),
        ],
  );
}

const ownAddresses = new Set<string>([
  ...categoryIds,
  ...editions.map(({ folder }) => folder),
  '404',
  'archive',
  'articles',
  'authors',
  'cards',
  'corrections',
  'editions',
  'feeds',
  'offline',
  'pictures',
  'search',
  'text',
  'topics',
]);

export function checkPages({ pages }: Pick<Drafts, 'pages'>): Problem[] {
  return pages.flatMap(({ source, slug }): Problem[] =>
    ownAddresses.has(slug)
      ? [
          source.problemAt(
            [],
            `has the name "${slug}", an address that the site itself uses. Rename the file.`,
          ),
        ]
      : [],
  );
}

/** An edition's own text about an author goes with the one for all editions. */
export function checkAuthorFiles({
  authors,
  authorIds,
}: Pick<Drafts, 'authors' | 'authorIds'>): Problem[] {
  return authors.flatMap(({ source, slug }): Problem[] => {
    const [id = ''] = slug.split('.');
    return authorIds.has(id)
      ? []
      : [source.problemAt([], `has no ${id}.md beside it. Add that file first.`)];
  });
}

interface Link {
  readonly article: string;
  readonly problem: (message: string) => Problem;
  /** Whether the page with the link is published. */
  readonly isShown: boolean;
}

/** A link to a story of this site leads to one that is there, now and not only later. */
export function checkLinks(
  links: readonly Link[],
  { articles, flawed, articleIds }: Pick<Drafts, 'articles' | 'flawed' | 'articleIds'>,
  published: ReadonlySet<string>,
): Problem[] {
  const moved = new Map(
    articles.flatMap((article) =>
      article.fields.redirectFrom.map((old) => [`${article.edition}/${old}`, nameOf(article)]),
    ),
  );
  // Of a story with mistakes of its own, nobody knows yet when it will be published.
  const unsure = new Set(flawed.map(nameOf));
  return links.flatMap(({ article, problem, isShown }): Problem[] => {
    const target = moved.get(article) ?? article;
    if (!articleIds.has(target)) {
      return [
        problem(`links to the article ${article}, which does not exist. Correct the address.`),
      ];
    }
    if (!isShown || published.has(target) || unsure.has(target)) return [];
    return [
      problem(
        `links to the article ${article}, which is not published now. Take the link out until it is.`,
      ),
    ];
  });
}

export function checkTogether(drafts: Drafts): Problem[] {
  const articles = [...drafts.articles, ...drafts.flawed];
  return [
    ...checkDuplicates(articles),
    ...checkAuthors(articles, drafts),
    ...checkTimes(articles),
    ...checkRedirects(articles, drafts),
    ...checkComments(drafts),
    ...checkPages(drafts),
    ...checkAuthorFiles(drafts),
  ];
}
