/** What the documents tell deployers to type and to paste. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

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

interface Job {
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: { readonly path?: string };
    readonly 'continue-on-error'?: boolean;
  }[];
}

interface Workflow {
  readonly on: { readonly push: unknown; readonly schedule: readonly { readonly cron: string }[] };
  readonly jobs: { readonly test: Job; readonly publish: Job };
}

const runsOf = ({ steps }: Job): string[] => steps.flatMap(({ run }) => run ?? []);

test.each(['docs/hosts/github-pages.md', 'docs/hosts/cloudflare-pages.md'])(
  'the workflow of %s tests what changed, and publishes on every push and every hour',
  (file) => {
    const [, block = ''] = /```yaml\n([\s\S]*?)```/.exec(textOf(file)) ?? [];
    const { on, jobs } = parse(block) as Workflow;
    expect(on.push).toBeDefined();
    expect(on.schedule).toEqual([{ cron: '7 * * * *' }]);
    expect(jobs.test.if).toBe("github.event_name == 'push'");
    expect(runsOf(jobs.test).slice(0, 3)).toEqual(['npm ci', 'npm run check', 'npm test']);
    // A weakness that became known today must not keep today's news back.
    const audit = jobs.test.steps.find(({ run }) => run?.startsWith('npm audit'));
    expect(audit?.['continue-on-error']).toBe(true);
    expect(jobs.publish.needs).toEqual(['test']);
    // Also where the tests were left out, and not where one failed.
    expect(jobs.publish.if).toBe('${{ !cancelled() && !failure() }}');
    expect(runsOf(jobs.publish).slice(0, 2)).toEqual(['npm ci', 'npm run build']);
  },
);

test.each(['docs/hosts/github-pages.md', 'docs/hosts/cloudflare-pages.md', 'docs/publishing.md'])(
  '%s keeps what builds keep, behind npm ci, which empties that folder',
  (file) => {
    const [, kept = ''] =
      /npm ci[\s\S]*?path: \|\n((?: +node_modules\/\.cache\/\w+\n)+)/.exec(textOf(file)) ?? [];
    const sources = ['cache-folder', 'make-pictures'].map((name) => textOf(`src/build/${name}.ts`));
    const folders = sources.map(
      (text) => /'node_modules', '\.cache', '(\w+)'/.exec(text)?.[1] ?? '',
    );
    expect(kept.trim().split(/\s+/)).toEqual(folders.map((name) => `node_modules/.cache/${name}`));
  },
);
