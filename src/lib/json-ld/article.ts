/** An article as structured data. https://schema.org/NewsArticle */
import type {
  CommentLeaf,
  CorrectionCommentLeaf,
  CreativeWorkLeaf,
  ImageObjectLeaf,
  NewsArticleLeaf,
} from 'schema-dts';
import { type Article, changedAt, type Source } from '#lib/article.ts';
import type { Author } from '#lib/author.ts';
import { cardSize, type SocialCard } from '#lib/card.ts';
import { type Comment, commentId } from '#lib/comment.ts';
import { zonedTime } from '#lib/dates.ts';
import { plainText } from '#lib/text.ts';
import { absolute, articlePath, cardPath, picturePath } from '#lib/urls.ts';
import { editions } from '#site.ts';
import { authorData } from './author.ts';
import { publisher } from './organization.ts';

export interface ArticleInputs {
  readonly article: Article;
  readonly authors: readonly Author[];
  readonly card: SocialCard;
  readonly comments: readonly Comment[];
  /** The same story in other editions. */
  readonly twins: readonly Article[];
}

const addressOf = (article: Pick<Article, 'edition' | 'slug'>): string =>
  absolute(articlePath(article));

export function newsArticle({
  article,
  authors,
  card,
  comments,
  twins,
}: ArticleInputs): NewsArticleLeaf {
  const { edition, dateline, topics, corrections, sources } = article;
  const address = addressOf(article);
  return {
    '@type': 'NewsArticle',
    '@id': idOf(article),
    url: address,
    mainEntityOfPage: address,
    headline: article.title,
    description: article.description,
    inLanguage: edition.lang,
    datePublished: zonedTime(article.publishedAt, edition),
    dateModified: zonedTime(changedAt(article), edition),
    ...(dateline && { dateline }),
    author: authors.map((author) => authorData(author, edition)),
    publisher: publisher(edition),
    image: [...ownPicture(article), cardPicture(card)],
    articleSection: article.categories.map((id) => edition.categories[id].name),
    ...(topics.length > 0 && { keywords: topics }),
    wordCount: article.words,
    isAccessibleForFree: true,
    ...translations(article, twins),
    ...(corrections.length > 0 && {
      correction: corrections.map(({ at, text }): CorrectionCommentLeaf => ({
        '@type': 'CorrectionComment',
        datePublished: zonedTime(at, edition),
        text,
      })),
    }),
    ...(sources.length > 0 && { citation: sources.map(citation) }),
    ...(article.comments !== 'off' && {
      commentCount: comments.length,
      comment: comments.map((comment) => commentData(comment, article)),
    }),
  };
}

/** Names the article itself, not the page that it stands on. */
const idOf = (article: Pick<Article, 'edition' | 'slug'>): string =>
  `${addressOf(article)}#article`;

/** Only a picture that may be shown elsewhere: never one that waits behind a warning on its own page. */
function ownPicture({ image }: Article): ImageObjectLeaf[] {
  if (!image || image.sensitive) return [];
  return [
    {
      '@type': 'ImageObject',
      url: absolute(picturePath(image)),
      ...inPixels(image),
      ...(image.caption && { caption: image.caption }),
      creditText: image.credit,
    },
  ];
}

/** Every story has one, and as a PNG: not everybody shows the SVG that a story's own picture may be. */
const cardPicture = ({ file }: SocialCard): ImageObjectLeaf => ({
  '@type': 'ImageObject',
  url: absolute(cardPath({ file })),
  ...inPixels(cardSize),
});

/** https://schema.org/Distance: a number and its unit. */
const inPixels = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: `${width} px`,
  height: `${height} px`,
});

const citation = ({ title, publisher: by, url, archivedAt }: Source): CreativeWorkLeaf => ({
  '@type': 'CreativeWork',
  name: title,
  publisher: { '@type': 'Organization', name: by },
  url,
  ...(archivedAt && { archivedAt }),
});

const commentData = (comment: Comment, { edition, slug }: Article): CommentLeaf => ({
  '@type': 'Comment',
  url: `${addressOf({ edition, slug })}#${commentId(comment)}`,
  author: { '@type': 'Person', name: comment.name },
  dateCreated: zonedTime(comment.postedAt, edition),
  text: plainText(comment.bodyHtml),
});

/** Which of the twins was first: by its time, and of equals by the order of editions in src/site.ts. */
function translations(
  article: Article,
  twins: readonly Article[],
): Pick<NewsArticleLeaf, 'translationOfWork' | 'workTranslation'> {
  const rank = ({ edition }: Article): number => editions.indexOf(edition);
  const [original, ...others] = [article, ...twins].sort(
    (a, b) => a.publishedAt.getTime() - b.publishedAt.getTime() || rank(a) - rank(b),
  );
  const reference = (twin: Article): NewsArticleLeaf => ({
    '@type': 'NewsArticle',
    '@id': idOf(twin),
    inLanguage: twin.edition.lang,
  });
  if (!original || others.length === 0) return {};
  return original === article
    ? { workTranslation: others.map(reference) }
    : { translationOfWork: reference(original) };
}
