/** JSON Schemas of every front matter, made from the schemas that the build itself uses. */
import { z } from 'astro/zod';
import { articleSchema, authorSchema, commentSchema, pageSchema } from '#data/schema.ts';
import {
  articleExplanations,
  authorExplanations,
  commentExplanations,
  pageExplanations,
  partExplanations,
} from './field-explanations.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** As a person types it in YAML, where a time is text. */
export const jsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    io: 'input',
    // The newest that the YAML extension's documentation promises to read.
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema: json }) => {
      if (isMoment(zodSchema)) json.format = 'date-time';
      // The schema says this in code, which does not come along.
      if (json.type === 'array') json.uniqueItems = true;
      sayWhy(zodSchema, json);
    },
  });

// Times are told by what becomes of them: in the JSON Schema, what turns text into a Date is only text.
const isMoment = (schema: z.core.$ZodType): boolean =>
  z.safeParse(schema, '2024-07-08T09:00:00Z').data instanceof Date;

// A pattern means nothing to an editor: this keyword of VS Code's says the schema's own sentence instead.
function sayWhy(schema: z.core.$ZodType, json: JsonSchema): void {
  for (const check of schema._zod.def.checks ?? []) {
    if (!(check instanceof z.core.$ZodCheckRegex)) continue;
    const { pattern, error } = check._zod.def;
    const message = error as z.core.$ZodErrorMap | undefined;
    const place = [json, ...(json.allOf ?? [])].find((one) => one.pattern === pattern.source);
    if (place) place['patternErrorMessage'] = message?.({ code: 'custom', path: [], input: '' });
  }
}

type Texts = Readonly<Record<string, string>>;

/** Says beside each property what it is for; `parts` does so for the properties of properties. */
function explain(schema: JsonSchema, texts: Texts, parts: Readonly<Record<string, Texts>> = {}) {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {}) as [
    string,
    JsonSchema,
  ][]) {
    const below = parts[name];
    const item = property.items as JsonSchema | undefined;
    properties[name] = {
      description: texts[name] ?? '',
      ...(below && !item ? explain(property, below) : property),
      ...(below && item ? { items: explain(item, below) } : {}),
    };
  }
  return { ...schema, properties };
}

/** The files of docs/schemas/ and their text. */
export const schemaFiles = (): [name: string, text: string][] =>
  Object.entries({
    article: explain(jsonSchema(articleSchema), articleExplanations, partExplanations),
    author: explain(jsonSchema(authorSchema), authorExplanations),
    page: explain(jsonSchema(pageSchema), pageExplanations),
    comment: explain(jsonSchema(commentSchema), commentExplanations),
  }).map(([kind, schema]) => [`${kind}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]);
