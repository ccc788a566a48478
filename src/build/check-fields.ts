import type { z } from 'astro/zod';
import { closest, distance } from 'fastest-levenshtein';
import type { Source } from './front-matter.ts';
import type { Problem } from './problems.ts';

/** What an unknown field may have been meant to be. */
function nearest(key: string, schema: z.ZodType): string {
  const known = [...namesIn(schema)];
  const best = known.length > 0 ? closest(key.toLowerCase(), known) : '';
  return best !== '' &&
    distance(key.toLowerCase(), best.toLowerCase()) <= Math.max(1, best.length / 3)
    ? `Did you mean ${best}?`
    : 'Correct its spelling or delete the line.';
}

/** The names of fields in a schema, those of lists and of fields below fields too. */
function namesIn(schema: unknown, names = new Set<string>()): Set<string> {
  const { shape, def } = schema as {
    shape?: Record<string, unknown>;
    def?: { innerType?: unknown; element?: unknown };
  };
  for (const [name, inner] of Object.entries(shape ?? {})) {
    names.add(name);
    namesIn(inner, names);
  }
  if (def?.innerType) namesIn(def.innerType, names);
  if (def?.element) namesIn(def.element, names);
  return names;
}

export interface CheckedFields<Fields> {
  /** All of them, where each is right. */
  readonly fields: Fields | undefined;
  /** Those that are right by themselves. */
  readonly parts: Partial<Fields>;
  readonly problems: readonly Problem[];
}

/** Holds the fields against their schema, each by itself, so that one mistake does not hide another. */
export function checkFields<Shape extends z.core.$ZodLooseShape>(
  source: Source,
  schema: z.ZodObject<Shape>,
): CheckedFields<z.infer<z.ZodObject<Shape>>> {
  const result = schema.safeParse(source.fields);
  if (result.success) return { fields: result.data, parts: result.data as never, problems: [] };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    if (issue.code !== 'unrecognized_keys') return [source.problemAt(path, issue.message)];
    return issue.keys.map((key) =>
      source.problemAt([...path, key], `is no field of this kind of file. ${nearest(key, schema)}`),
    );
  });
  const given = source.fields as Readonly<Record<string, unknown>>;
  const parts = Object.entries(schema.shape).flatMap(([name, part]) => {
    const checked = (part as z.ZodType).safeParse(given[name]);
    return checked.success && checked.data !== undefined ? [[name, checked.data] as const] : [];
  });
  return { fields: undefined, parts: Object.fromEntries(parts) as never, problems };
}
