import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import {
  articleLoader,
  authorLoader,
  commentLoader,
  pageLoader,
  pictureLoader,
} from '#build/load-articles.ts';
import { articleSchema, authorSchema, commentSchema, pageSchema } from '#data/schema.ts';

const size = { width: z.number(), height: z.number() };
const rendition = z.object({ file: z.string(), ...size });

// The loaders have held every file against these schemas; here they give the entries their types.
export const collections = {
  articles: defineCollection({
    loader: articleLoader,
    schema: z.object({
      ...articleSchema.shape,
      edition: z.string(),
      slug: z.string(),
      picture: rendition.extend({ renditions: z.array(rendition).optional() }).optional(),
      words: z.number(),
      contentDigest: z.string(),
    }),
  }),
  authors: defineCollection({ loader: authorLoader, schema: authorSchema }),
  pages: defineCollection({
    loader: pageLoader,
    schema: z.object({ ...pageSchema.shape, edition: z.string(), slug: z.string() }),
  }),
  comments: defineCollection({
    loader: commentLoader,
    schema: z.object({ ...commentSchema.shape, article: z.string(), number: z.string() }),
  }),
  pictures: defineCollection({
    loader: pictureLoader,
    schema: z.object({
      source: z.string(),
      original: z.string(),
      type: z.string(),
      recipe: z.object({ format: z.enum(['avif', 'jpeg', 'png']), ...size }).optional(),
    }),
  }),
};
