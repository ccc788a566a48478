import type { z } from 'astro/zod';
import { closest, distance } from 'fastest-levenshtein';
import type { Source } from './front-matter.ts';
import type { Problem } from './problems.ts';

/** What an unknown field may have been meant to be. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const best = known.length > 0 ? closest(key.toLowerCase(), [...known]) : '';
  return best !== '' &&
    distance(key.toLowerCase(), best.toLowerCase()) <= Math.max(1, best.length / 3)
    ? best
    : undefined;
}

/** More of them say no more. */
const mostUnknown = 20;

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

const pathOf = ({ path }: z.core.$ZodIssue): (string | number)[] =>
  path.map((step) => (typeof step === 'symbol' ? String(step) : step));

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
  const known = [...namesIn(schema)];
  const meant = new Set<string>();
  const unknown = result.error.issues.flatMap((issue): Problem[] => {
    if (issue.code !== 'unrecognized_keys') return [];
    return issue.keys.slice(0, mostUnknown).map((key) => {
      const best = nearest(key, known);
      if (best !== undefined) meant.add([...issue.path, best].join('.'));
      const cure =
        best === undefined ? 'Correct its spelling or delete the line.' : `Did you mean ${best}?`;
      return source.problemAt([...pathOf(issue), key], `is no field of this kind of file. ${cure}`);
    });
  });
  const others = result.error.issues.flatMap((issue): Problem[] => {
    const isMissing = issue.code === 'invalid_type' && issue.message.startsWith('is missing');
    // A field with a slip in its name is one mistake, not two.
    if (issue.code === 'unrecognized_keys' || (isMissing && meant.has(issue.path.join('.'))))
      return [];
    return [source.problemAt(pathOf(issue), issue.message)];
  });
  const problems = [...others, ...unknown];
  const given = source.fields as Readonly<Record<string, unknown>>;
  const parts = Object.entries(schema.shape).flatMap(([name, part]) => {
    const checked = (part as z.ZodType).safeParse(given[name]);
    return checked.success && checked.data !== undefined ? [[name, checked.data] as const] : [];
  });
  return { fields: undefined, parts: Object.fromEntries(parts) as never, problems };
}
