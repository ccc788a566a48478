/**
 * The shape of every front matter. Each message says what is wrong and then what to do: editors
 * read these sentences as they stand.
 */
// By their own files: the package's index loads hundreds of others.
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { z } from 'astro/zod';
import { slugPattern } from '#lib/slug.ts';
import { directionControl } from '#lib/text.ts';
import { topicSlug } from '#lib/topic.ts';
import { categoryIds } from '#site.ts';

const missing = (input: unknown, otherwise: string): string =>
  input === undefined
    ? 'is missing. Add it.'
    : input === null
      ? 'is empty. Write it, or delete the line if the field is optional.'
      : otherwise;

/** Plain text on one line, without blanks around it. */
const text = (max: number) =>
  z
    .string({ error: ({ input }) => missing(input, 'is not text. Put it in quotation marks.') })
    .trim()
    .min(1, { error: 'is empty. Write it, or delete the line if the field is optional.' })
    .max(max, {
      error: `has more than ${max} characters. Shorten it.`,
    })
    .regex(/[\p{L}\p{N}\p{P}\p{S}]|^$/u, {
      error: 'holds nothing that can be seen. Write it anew.',
    })
    .regex(/^\P{Cc}*$/u, {
      error: 'holds a line break or control character. Keep it on one line.',
    })
    .refine((value) => value.search(directionControl) === -1, {
      error: 'holds an invisible character that changes the direction of text. Type the text anew.',
    });

const sentence = (max: number) =>
  text(max).regex(/[.!?؟…]["'”’»)]*$/u, {
    error: 'does not end with punctuation. End it with a full stop.',
  });

const slug = z
  .string({ error: ({ input }) => missing(input, 'is not text. Put it in quotation marks.') })
  .regex(slugPattern, {
    error: 'is no slug. Use a-z, 0-9 and single hyphens, such as "olive-harvest".',
  });

const zoned =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A moment with its time zone (RFC 3339); impossible dates such as 30 February are refused. */
const moment = z
  .string({
    error: ({ input }) =>
      missing(input, 'is not a date-time. Write it like 2024-07-08T09:00:00+03:00.'),
  })
  .transform((value, context) => {
    const date = parseISO(value);
    if (!zoned.test(value) || !isValid(date)) {
      context.addIssue(
        `is "${value}", not a date-time with a zone. Write it like 2024-07-08T09:00:00+03:00, with a day that exists.`,
      );
      return z.NEVER;
    }
    return date;
  });

const webAddress = z
  .string({
    error: ({ input }) => missing(input, 'is not a web address. Write it whole, with https://.'),
  })
  .max(2000, { error: 'has more than 2000 characters. Find a shorter address.' })
  .refine((value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value), {
    error: 'is not a web address. Write it whole, with https://.',
  });

const yesOrNo = z.boolean({
  error: 'is neither true nor false. Write true or false, without quotation marks.',
});

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, {
    error: ({ input }) =>
      missing(
        input,
        `is ${JSON.stringify(input)}, which is not known. Use one of: ${values.join(', ')}.`,
      ),
  });

/** A list without repeats; `sameAs` says what makes two entries the same. */
const list = <T extends z.ZodType>(
  item: T,
  most: number,
  {
    least = 0,
    sameAs = JSON.stringify,
  }: { least?: number; sameAs?: (entry: z.infer<T>) => string } = {},
) =>
  z
    .array(item, {
      error: ({ input }) =>
        input === undefined
          ? 'is missing. Add it.'
          : 'is not a list. Write each entry on a line that begins with "- ".',
    })
    .superRefine((entries, context) => {
      if (entries.length < least) context.addIssue(`has too few entries. Give at least ${least}.`);
      if (entries.length > most) context.addIssue(`has too many entries. Give at most ${most}.`);
      if (new Set(entries.map(sameAs)).size < entries.length) {
        context.addIssue('has two entries that come to the same. Delete one of the two.');
      }
    });

const image = z.strictObject(
  {
    src: text(200),
    alt: text(500),
    caption: text(300).optional(),
    credit: text(100),
    sensitive: yesOrNo.default(false),
  },
  { error: 'is not a picture. Give src, alt and credit below it, indented.' },
);

const correction = z.strictObject(
  {
    at: moment,
    kind: oneOf(['correction', 'clarification']),
    text: sentence(1000),
  },
  { error: 'is not a correction. Give at, kind and text below it, indented.' },
);

const source = z.strictObject(
  {
    title: text(300),
    publisher: text(150),
    url: webAddress,
    /** The address of a copy in a web archive (schema.org archivedAt). */
    archivedAt: webAddress.optional(),
  },
  { error: 'is not a source. Give title, publisher and url below it, indented.' },
);

const topic = text(60).refine((value) => topicSlug(value) !== '', {
  error: 'holds no letter or digit, and so has no address. Write it in words.',
});

export const articleSchema = z.strictObject({
  title: text(120),
  description: sentence(300),
  kicker: text(40).optional(),
  categories: list(oneOf(categoryIds), 4, { least: 1 }),
  topics: list(topic, 8, { sameAs: topicSlug }).default([]),
  authors: list(slug, 6, { least: 1 }),
  dateline: text(100).optional(),
  publishedAt: moment,
  updatedAt: moment.optional(),
  expiresAt: moment.optional(),
  draft: yesOrNo.default(false),
  featured: yesOrNo.default(false),
  image: image.optional(),
  corrections: list(correction, 50).default([]),
  sources: list(source, 50).default([]),
  comments: oneOf(['open', 'closed', 'off']).default('open'),
  redirectFrom: list(slug, 20).default([]),
});

export const authorSchema = z.strictObject({
  name: text(80),
  role: text(120).optional(),
  /** Person, unless it says otherwise: src/data/authors.ts. */
  kind: oneOf(['person', 'organization']).optional(),
});

export const pageSchema = z.strictObject({
  title: text(120),
  description: sentence(300),
  updatedAt: moment.optional(),
});

export const commentSchema = z.strictObject({ name: text(80), postedAt: moment });

export type ArticleFields = z.infer<typeof articleSchema>;
export type AuthorFields = z.infer<typeof authorSchema>;
export type PageFields = z.infer<typeof pageSchema>;
export type CommentFields = z.infer<typeof commentSchema>;
