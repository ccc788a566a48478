/** The text of a new article file: every field with a note that explains it, and a body to write over. */
import type { z } from 'astro/zod';
import { stringify } from 'yaml';
import { articleSchema } from '#data/schema.ts';
import type { CategoryId } from '#site.ts';
import { articleExplanations } from './field-explanations.ts';
import { type JsonSchema, jsonSchema } from './json-schemas.ts';

export interface ArticleStart {
  readonly title: string;
  readonly category: CategoryId;
  readonly author: string;
  /** A date-time with its zone. */
  readonly publishedAt: string;
}

type Fields = z.input<typeof articleSchema>;

const filledIn = ({ title, category, author, publishedAt }: ArticleStart) =>
  ({
    title,
    description: 'Write here, in one or two sentences, what the story is about.',
    categories: [category],
    authors: [author],
    publishedAt,
    draft: true,
  }) satisfies Partial<Fields>;

/** What the other fields look like: right by themselves, to be written over. */
const samples = ({
  publishedAt,
}: ArticleStart): Omit<Fields, keyof ReturnType<typeof filledIn>> => ({
  kicker: 'Analysis',
  topics: ['harbours', 'trade'],
  dateline: 'Gaza City',
  updatedAt: publishedAt,
  expiresAt: `${Number(publishedAt.slice(0, 4)) + 1}-01-31${publishedAt.slice('2024-07-08'.length)}`,
  featured: true,
  image: {
    src: './picture.jpg',
    alt: 'What the picture shows, for those who do not see it.',
    caption: 'What stands below the picture.',
    credit: 'Who made the picture',
    sensitive: false,
  },
  corrections: [
    { at: publishedAt, kind: 'correction', text: 'What was wrong, and what is right.' },
  ],
  sources: [
    {
      title: 'What the document is called',
      publisher: 'Who published it',
      url: 'https://example.org/document',
      archivedAt: 'https://example.org/copy-of-the-document',
    },
  ],
  comments: 'closed',
  redirectFrom: ['an-old-name-of-this-file'],
});

const body = `
Write the story here, over these lines. Leave an empty line between paragraphs.

## A subhead

Words can be **bold** or *italic*, and [lead to another page](https://example.org/). A note stands below the story.[^1]

- A list has a line for each entry.
- Its lines begin with a hyphen.

> A quotation begins with an angle bracket.

A picture beside this file, alone in its paragraph, is written \`![What it shows](./picture.jpg "The caption")\`.

[^1]: This is the note.
`;

export function articleFile(start: ArticleStart): string {
  const given: Partial<Fields> = filledIn(start);
  const examples: Partial<Fields> = samples(start);
  const names = Object.keys(articleExplanations) as (keyof typeof articleExplanations)[];
  const lines = names.flatMap((name) => [
    `# ${articleExplanations[name]}${limits(jsonSchema(articleSchema.shape[name]))}`,
    name in given ? yaml({ [name]: given[name] }) : asComment(yaml({ [name]: examples[name] })),
  ]);
  const guide =
    '# Notes begin with "# ". Fields that you may add begin with "#": delete that sign, on each of their lines.';
  return ['---', guide, ...lines, '---', body].join('\n');
}

// Without a line width, so that a long headline stays on its line.
const yaml = (field: Partial<Fields>): string => stringify(field, { lineWidth: 0 }).trimEnd();

const asComment = (text: string): string => text.replaceAll(/^/gm, '#');

/** What the schema knows of the value, in words. */
function limits({ maxLength, enum: values, items }: JsonSchema): string {
  if (maxLength !== undefined) return ` At most ${maxLength} characters.`;
  if (values) return ` One of: ${values.join(', ')}.`;
  const itemValues = typeof items === 'object' && 'enum' in items ? items.enum : undefined;
  return itemValues ? ` To choose from: ${itemValues.join(', ')}.` : '';
}
