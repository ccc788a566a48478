import type { CategoryId, Edition } from '#site.ts';

export interface Picture {
  /** The name under which it is published, in a format that every browser shows: see picturePath. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  /** The same in a smaller format, narrowest first; a drawing has none. */
  readonly renditions?: readonly Rendition[] | undefined;
}

export interface Rendition {
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

export interface LeadPicture extends Picture {
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit: string;
  readonly sensitive: boolean;
}

export interface Correction {
  readonly at: Date;
  readonly kind: 'correction' | 'clarification';
  readonly text: string;
}

export interface CorrectedArticle {
  readonly article: Article;
  readonly correction: Correction;
}

export interface Source {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly archivedAt?: string | undefined;
}

export interface Article {
  readonly edition: Edition;
  readonly slug: string;
  readonly title: string;
  /** The standfirst. */
  readonly description: string;
  readonly kicker?: string | undefined;
  /** The first is the primary one. */
  readonly categories: readonly [CategoryId, ...CategoryId[]];
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  readonly dateline?: string | undefined;
  readonly publishedAt: Date;
  readonly updatedAt?: Date | undefined;
  readonly draft: boolean;
  readonly featured: boolean;
  readonly image?: LeadPicture | undefined;
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly sources: readonly Source[];
  /** Old slugs whose addresses lead here. */
  readonly redirectFrom: readonly string[];
  readonly comments: 'open' | 'closed' | 'off';
  readonly words: number;
  /** Where it is equal, so is all that is said here, and the body. */
  readonly contentDigest: string;
}

type Changes = Pick<Article, 'publishedAt' | 'updatedAt'>;

/** When a story last changed: when it was published, if nobody touched it since. */
export const changedAt = ({ publishedAt, updatedAt }: Changes): Date => updatedAt ?? publishedAt;

/** The newest change of any of these; none where there are none. */
export const newestChange = (articles: readonly Changes[]): Date | undefined =>
  articles
    .map(changedAt)
    .reduce<Date | undefined>((newest, at) => (newest && newest >= at ? newest : at), undefined);

interface Lifetime {
  readonly draft: boolean;
  readonly publishedAt: Date;
  readonly expiresAt?: Date | undefined;
}

/** Whether readers may see it at this moment: due, not expired, no draft. */
export const isPublished = ({ draft, publishedAt, expiresAt }: Lifetime, now: Date): boolean =>
  !draft && publishedAt <= now && (expiresAt === undefined || now < expiresAt);

/** Equal dates fall back to the slug, so that two builds of the same content never differ. */
export const newestFirst = (
  a: Pick<Article, 'publishedAt' | 'slug'>,
  b: Pick<Article, 'publishedAt' | 'slug'>,
): number =>
  b.publishedAt.getTime() - a.publishedAt.getTime() ||
  (a.slug < b.slug ? -1 : Number(a.slug > b.slug));
