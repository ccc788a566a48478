import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** Imports a module in a Node of its own, and tells the packages that are loaded with it. */
function packagesWith(module: string): string[] {
  const program = `
    import { registerHooks } from 'node:module';
    const packages = new Set();
    registerHooks({
      load(url, context, next) {
        const [, name] = /\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url) ?? [];
        if (name !== undefined) packages.add(name);
        return next(url, context);
      },
    });
    await import(${JSON.stringify(module)});
    console.log(JSON.stringify([...packages].sort()));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program]);
  return JSON.parse(output.toString()) as string[];
}

test('a build with nothing to do loads no Astro, no Markdown and nothing that draws', () => {
  const module = new URL('build-pages.ts', import.meta.url).href;
  expect(packagesWith(module)).toEqual(['fastest-levenshtein', 'github-slugger', 'yaml']);
});
