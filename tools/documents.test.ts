/** What the documents tell deployers to type and to paste. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '..');
const documents = ['docs/publishing.md', 'docs/signing.md', 'docs/runbook.md'].concat(
  readdirSync(join(root, 'docs', 'hosts')).map((file) => `docs/hosts/${file}`),
);
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

test.each(['README.md', ...documents])('%s names commands that there are', (file) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const named = [...textOf(file).matchAll(/npm run ([\w:-]*\w)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test.each(documents)('%s has workflows that can be read', (file) => {
  for (const [, block = ''] of textOf(file).matchAll(/```yaml\n([\s\S]*?)```/g))
    for (const { errors } of parseAllDocuments(block)) expect(errors).toEqual([]);
});

test.each(documents)('%s links to documents that there are', (file) => {
  const links = [...textOf(file).matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(
    ([, link = '']) => link,
  );
  for (const link of links) {
    const target = join(root, file, '..', link);
    expect(() => readdirSync(target.endsWith('/') ? target : join(target, '..'))).not.toThrow();
    if (!target.endsWith('/'))
      expect(readdirSync(join(target, '..')), link).toContain(target.split('/').at(-1));
  }
});

test('a workflow that publishes runs the checks and the tests, and on a schedule', () => {
  for (const file of ['docs/hosts/github-pages.md', 'docs/hosts/cloudflare-pages.md']) {
    expect(textOf(file)).toMatch(/schedule:\n\s+- cron:/);
    expect(textOf(file)).toMatch(/npm run check[\s\S]*npm test[\s\S]*npm run build/);
    expect(textOf(file)).toMatch(/npm ci\n[\s\S]*path: node_modules\/\.cache/);
  }
});
