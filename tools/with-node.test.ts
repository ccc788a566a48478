import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '#build/sample-content.ts';

const root = join(import.meta.dirname, '..');
const file = join(import.meta.dirname, 'with-node.mjs');
const version = [file, '-p', 'process.versions.node'];

test('programs run with a Node that Astro accepts, with nothing of it on the path', () => {
  const printed = execFileSync(process.execPath, version, { encoding: 'utf8', env: {} }).trim();
  const [major = 0, minor = 0] = printed.split('.').map(Number);
  expect(major > 22 || (major === 22 && minor >= 12)).toBe(true);
});

test('what a program starts finds the same Node', () => {
  const nested =
    "require('node:child_process').execFileSync('node', ['-p', 'process.execPath'], { encoding: 'utf8' }).trim() === process.execPath";
  expect(execFileSync(process.execPath, [file, '-p', nested], { encoding: 'utf8' }).trim()).toBe(
    'true',
  );
});

test('where the project brings no Node, one that is too old is told what to do', async () => {
  const folder = await folderWith({ 'tools/with-node.mjs': readFileSync(file, 'utf8') });
  const alone = join(folder, 'tools');
  const run = (node: string) => {
    const versions = `Object.defineProperty(process, 'versions', { value: { node: '${node}' } })`;
    return spawnSync(
      process.execPath,
      [`--import=data:text/javascript,${versions}`, join(alone, 'with-node.mjs'), '-p', '7'],
      { encoding: 'utf8' },
    );
  };
  expect(run('24.1.9')).toMatchObject({
    status: 1,
    stderr: 'Node here is 24.1.9, and that is too old. Run npm ci first: it brings another.\n',
  });
  await mkdir(join(folder, 'node_modules'));
  expect(run('24.1.9')).toMatchObject({
    status: 1,
    stderr:
      'Node here is 24.1.9, and the project brings none for this kind of machine. Install 24.2 or later: https://nodejs.org/\n',
  });
  expect(run('24.2.0')).toMatchObject({ status: 0, stdout: '7\n' });
});

test('the exit code of the program is the exit code', () => {
  expect(() => execFileSync(process.execPath, [file, '-e', 'process.exit(3)'])).toThrow(
    expect.objectContaining({ status: 3 }),
  );
});

test('every command of the project goes this way', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [name, command] of Object.entries(scripts)) {
    expect(command, name).toMatch(/^node tools\/with-node\.mjs /);
  }
});
