/** Signing, as whoever publishes does it: with a key that lies where it cannot be published. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSignedBy, publicKeyOf, readSecretKey } from '#build/minisign.ts';
import { keyFile } from '#build/sample-key.ts';

const root = join(import.meta.dirname, '..');
const key = keyFile();

let work: string;
let project: string;
const list = 'digest  about/index.html\n';

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'sign-'));
  project = join(work, 'project');
  await mkdir(join(project, 'dist'), { recursive: true });
  for (const part of ['src', 'tools', 'node_modules', 'package.json'])
    await symlink(join(root, part), join(project, part));
  await writeFile(join(project, 'dist', 'SHA256SUMS'), list);
  const record = { site: 'https://news.example/', builtAt: '2024-09-01T12:00:00Z' };
  await writeFile(join(project, 'dist', 'build.json'), JSON.stringify(record));
});

afterEach(() => rm(work, { recursive: true }));

function sign(args: readonly string[], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/sign.ts', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { PATH, ...env },
  });
  return { status, said: stdout + stderr };
}

const signature = () => join(project, 'dist', 'SHA256SUMS.minisig');

test.each(['news.key', '..news.key', 'content/news.key'])(
  'a key in the project is refused, for it could be published: %s',
  async (name) => {
    await mkdir(join(project, 'content'));
    await writeFile(join(project, name), key);
    const { status, said } = sign(['--key', name]);
    expect(status).toBe(1);
    expect(said).toBe(
      `${name} stands in the project, from where it could be published. Keep the key elsewhere.\n`,
    );
    expect(existsSync(signature())).toBe(false);
  },
);

test('a link from elsewhere to a key in the project is refused as well', async () => {
  await writeFile(join(project, 'news.key'), key);
  await symlink(join(project, 'news.key'), join(work, 'link.key'));
  expect(sign(['--key', '../link.key'])).toMatchObject({ status: 1 });
  expect(existsSync(signature())).toBe(false);
});

test('a key elsewhere signs the list, and so does one in the environment', async () => {
  await writeFile(join(work, 'news.key'), key);
  const own = publicKeyOf(readSecretKey(key, ''));
  for (const [args, env] of [
    [['--key', '../news.key'], {}],
    [[], { MINISIGN_SECRET_KEY: key }],
  ] as const) {
    const { status, said } = sign(args, env);
    expect(status, said).toBe(0);
    expect(said).toContain(`with the key ${own}.`);
    const text = await readFile(signature(), 'utf8');
    expect(isSignedBy(Buffer.from(list), text, own)).toBe(true);
    await rm(signature());
  }
});

test('without a key, it says where one is looked for', () => {
  expect(sign([])).toEqual({
    status: 1,
    said: 'No key to sign with. Name its file with --key, or put its text into MINISIGN_SECRET_KEY: docs/signing.md.\n',
  });
});
