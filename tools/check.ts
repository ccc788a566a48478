/**
 * npm run check: content, types, lint, format. Runs them all, or those that are named
 * (`npm run check -- content`), and fails if one does.
 */
import './environment.ts';
import { spawnSync } from 'node:child_process';
import { sync } from 'astro';
import { makePictures } from '#build/make-pictures.ts';
import { formatNotices, formatProblems } from '#build/problems.ts';
import { readContent } from '#build/read-content.ts';
import { settings } from '#settings.ts';

async function checkContent(): Promise<boolean> {
  const { pictures, notices, ...found } = await readContent({ ...settings, showDrafts: false });
  const problems = [...found.problems, ...(await makePictures(pictures))];
  if (notices.length > 0) console.warn(formatNotices(notices));
  if (problems.length > 0) console.error(formatProblems(problems));
  return problems.length === 0;
}

async function checkTypes(): Promise<boolean> {
  // The types of the collections come from Astro, which needs content that can be read.
  await sync({ logLevel: 'error' });
  return run('astro-check', '--minimumSeverity', 'hint');
}

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

const checks: [string, () => boolean | Promise<boolean>][] = [
  ['content', checkContent],
  ['types', checkTypes],
  ['lint', () => run('eslint', '.', '--max-warnings', '0')],
  ['format', () => run('prettier', '--check', '--log-level', 'warn', '.')],
];

const named = process.argv.slice(2);
const unknown = named.find((name) => !checks.some(([known]) => known === name));
if (unknown !== undefined) {
  console.error(
    `There is no check "${unknown}". Name some of ${checks.map(([name]) => name).join(', ')}, or none for all.`,
  );
  process.exit(1);
}
const failed: string[] = [];
for (const [name, check] of checks) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`Checking ${name} …`);
  const passed = await Promise.resolve()
    .then(check)
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return false;
    });
  if (!passed) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Not right yet: ${failed.join(', ')}.`);
  process.exit(1);
}
console.log('All right.');
