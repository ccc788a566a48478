/** What the project brings in from others: docs/decisions/0008. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { hasInstallScript?: boolean; integrity?: string; resolved?: string }>
  >;
}

const own = JSON.parse(textOf('package.json')) as Package;
const { packages } = JSON.parse(textOf('package-lock.json')) as Lock;
const direct = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };

test('every version is exact', () => {
  for (const [name, version] of Object.entries(direct))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

test('every package is locked to its digest and comes from a registry', () => {
  for (const [path, { integrity, resolved }] of Object.entries(packages)) {
    if (path === '') continue;
    expect(integrity, path).toMatch(/^sha512-/);
    // Where it is left out, npm asks the registry that it is set up for.
    expect(resolved ?? 'https://registry.npmjs.org/', path).toMatch(
      /^https:\/\/registry\.npmjs\.org\//,
    );
  }
});

test('no package runs a script when it is installed: those that would are refused', () => {
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(scripted.filter((name) => own.allowScripts[name] !== false)).toEqual([]);
  expect(Object.values(own.allowScripts)).not.toContain(true);
});

test('each direct dependency has its reason', () => {
  const reasons = textOf('docs/decisions/0008-dependencies.md');
  const covered = (name: string): boolean =>
    reasons.includes(`\`${name}\``) ||
    // Named together: plug-ins of eslint and prettier, the types of what is there anyway, the ways of hast.
    /^(?:@types\/|@eslint\/|eslint-plugin-|prettier-plugin-|hast-util-|node-)/.test(name);
  expect(Object.keys(direct).filter((name) => !covered(name))).toEqual([]);
});

test('what the site and its commands are made with is installed without what tests need, too', () => {
  const files = ['src', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
      .filter((file) => /\.(?:ts|astro)$/.test(file))
      // What only tests, checks and measurements use.
      .filter(
        (file) => !/\.test\.ts$|\/sample-|^src\/browser\/|^tools\/(?:bench|reader)-/.test(file),
      ),
  );
  const wrong = files.flatMap((file) =>
    [...textOf(file).matchAll(/^import (?!type\b)[^;]*?from '((?:@[^/']+\/)?[^./#'][^/']*)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => name in own.devDependencies)
      .map((name) => `${file}: ${name}`),
  );
  expect(files.length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('the code has a licence, and the folder of words says that it has another', () => {
  expect(textOf('LICENSE')).toMatch(/^MIT License/);
  expect(textOf('content/LICENSE.md')).toContain('does not cover this folder');
  expect(JSON.parse(textOf('package.json'))).toMatchObject({ license: 'MIT' });
});
