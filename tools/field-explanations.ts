/**
 * What each field is for, in plain words: the notes in a new article, and what an editor shows
 * beside a field. How long a value may be and what it may be stands in the schema alone.
 */
import type { ArticleFields, AuthorFields, CommentFields, PageFields } from '#data/schema.ts';

/** A sentence for every field: the compiler names the one that is missing. */
type Explanations<Fields> = Readonly<Record<keyof Fields, string>>;

export const articleExplanations: Explanations<ArticleFields> = {
  title: 'The headline, in plain text.',
  description:
    'The standfirst: one or two sentences below the headline and in lists, with a full stop at the end.',
  kicker: 'A short line above the headline.',
  categories: 'Where the story is listed; the first category is its main one.',
  topics: 'Words or short phrases; each has a page that lists its stories.',
  authors: 'Who wrote it: the names of files in authors/, without .md.',
  dateline: 'The place that the news comes from.',
  publishedAt:
    'When the story may appear, with its time zone; until then it is nowhere on the site.',
  updatedAt: 'When the story was last changed in a way that readers should know of.',
  expiresAt: 'When the story goes away again; after that it is nowhere on the site.',
  draft:
    'true while you write: "npm run dev" shows the story, no build publishes it. Then write false.',
  featured: 'true puts the story at the top of the home page, while it is the newest such story.',
  image:
    'The picture above the story; src counts from this file, and "sensitive: true" hides it behind a warning.',
  corrections: 'What was wrong and has been put right; shown on the story and under Corrections.',
  sources: 'The documents and reports that the story rests on; shown below it.',
  comments:
    'Whether readers may comment; closed keeps the comments that are there, off shows none.',
  redirectFrom: 'Names that this file had before; their old addresses lead here.',
};

/** The parts of those fields that have parts. */
export const partExplanations: {
  readonly image: Explanations<NonNullable<ArticleFields['image']>>;
  readonly corrections: Explanations<ArticleFields['corrections'][number]>;
  readonly sources: Explanations<ArticleFields['sources'][number]>;
} = {
  image: {
    src: 'The picture file, counted from the file that names it.',
    alt: 'What the picture shows, for those who do not see it.',
    caption: 'What stands below the picture.',
    credit: 'Who made the picture.',
    sensitive: 'true hides the picture behind a warning.',
  },
  corrections: {
    at: 'When it was put right, with the time zone.',
    kind: 'A correction puts a mistake right; a clarification adds what was missing.',
    text: 'What was wrong, and what is right.',
  },
  sources: {
    title: 'What the document is called.',
    publisher: 'Who published it.',
    url: 'Its whole web address.',
    archivedAt: 'The whole web address of an archived copy.',
  },
};

export const authorExplanations: Explanations<AuthorFields> = {
  name: 'The name as readers see it.',
  role: 'What the author does here.',
  kind: 'organization for a desk or an agency that signs with its own name; else a person.',
};

export const pageExplanations: Explanations<PageFields> = {
  title: 'The heading of the page.',
  description: 'One or two sentences that say what the page is for, with a full stop at the end.',
  updatedAt: 'When the page was last changed, with the time zone.',
};

export const commentExplanations: Explanations<CommentFields> = {
  name: 'The name that the reader gave.',
  postedAt: 'When the comment was sent, with the time zone.',
};
