import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type JsonSchema, schemaFiles } from './json-schemas.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'schemas');

const schemas = Object.fromEntries(
  schemaFiles().map(([name, text]) => [name, JSON.parse(text) as JsonSchema]),
);
const article = schemas['article.schema.json']?.properties as Record<string, JsonSchema>;

test.each(schemaFiles())(
  '%s is what the schemas say; if not, run npm run schemas',
  async (name, text) => {
    // Git may write other line ends on Windows.
    const written = await readFile(join(folder, name), 'utf8');
    expect(written.replaceAll('\r\n', '\n')).toBe(text);
  },
);

test('the folder holds no other files, and VS Code knows each of them', async () => {
  const names = schemaFiles().map(([name]) => name);
  expect((await readdir(folder)).sort()).toEqual([...names].sort());
  const settings = JSON.parse(await readFile(join(root, '.vscode', 'settings.json'), 'utf8')) as {
    'yaml.schemas': Record<string, string>;
  };
  expect(Object.keys(settings['yaml.schemas']).sort()).toEqual(
    names.map((name) => `./docs/schemas/${name}`).sort(),
  );
});

test('times are texts in the form of a date-time, and addresses are not', () => {
  for (const name of ['publishedAt', 'updatedAt', 'expiresAt']) {
    expect(article[name]).toMatchObject({ type: 'string', format: 'date-time' });
  }
  const source = article['sources']?.items as JsonSchema;
  expect(source.properties?.['archivedAt']).not.toHaveProperty('format');
});

test('fields with a default need not be written, and unknown fields are errors', () => {
  expect(schemas['article.schema.json']).toMatchObject({
    required: ['title', 'description', 'categories', 'authors', 'publishedAt'],
    additionalProperties: false,
  });
});

test('every field has an explanation, and so has every part of one', () => {
  const without = (schema: JsonSchema, path: string): string[] =>
    Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).flatMap(
      ([name, property]) => [
        ...(property.description ? [] : [`${path}.${name}`]),
        ...without(property, `${path}.${name}`),
        ...without((property.items ?? {}) as JsonSchema, `${path}.${name}`),
      ],
    );
  expect(Object.entries(schemas).flatMap(([name, schema]) => without(schema, name))).toEqual([]);
});

test('what breaks a pattern is told in the words of the check', () => {
  const ids = article['authors']?.items as JsonSchema;
  expect(ids['patternErrorMessage']).toMatch(/^is no slug\. Use /);
});
