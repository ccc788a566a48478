import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatChecksums } from '#lib/checksums.ts';
import { sha256Of } from './digest.ts';
import { openCopy, openSingleFile } from './site-copy.ts';
import { verifyCopy, verifyFile } from './verify-copy.ts';

const files = { 'index.html': 'home', 'about.txt': 'about', _headers: '/*' };
const list = formatChecksums(
  Object.entries(files).map(([path, text]) => ({ path, digest: sha256Of(text) })),
);
const whole: Record<string, string | Buffer> = { ...files, SHA256SUMS: list };

async function folderOf(contents: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
  return folder;
}

async function findingsOf(contents: Record<string, string | Uint8Array>) {
  const folder = await folderOf(contents);
  try {
    return await verifyCopy(await openCopy(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const right = { checked: 3, missing: [], changed: [], added: [], isSigned: undefined };

test('a whole copy is right', async () => {
  expect(await findingsOf(whole)).toEqual(right);
});

test('what is missing, changed or added is named', async () => {
  const others = { SHA256SUMS: list, _headers: '/*', 'index.html': 'other', 'new.html': 'new' };
  expect(await findingsOf(others)).toMatchObject({
    missing: ['about.txt'],
    changed: ['index.html'],
    added: ['new.html'],
  });
});

test('a compressed form has to hold what the list says of its file', async () => {
  expect(await findingsOf({ ...whole, 'about.txt.gz': gzipSync('about') })).toEqual(right);
  for (const wrong of [gzipSync('other'), Buffer.from('rubbish')])
    expect(await findingsOf({ ...whole, 'about.txt.gz': wrong })).toMatchObject({
      changed: ['about.txt.gz'],
    });
});

test('a copy without a list cannot be checked', async () => {
  await expect(findingsOf({ 'index.html': 'home' })).rejects.toThrow('nothing to check by');
});

test('a list that is not signed by the key that was given is told', async () => {
  const folder = await folderOf(whole);
  const { isSigned } = await verifyCopy(await openCopy(folder), `RW${'A'.repeat(54)}`);
  await rm(folder, { recursive: true });
  expect(isSigned).toBe(false);
});

/** An archive of these files below a folder, stored or deflated. */
const zipOf = (contents: Record<string, string | Buffer>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(contents).map(([name, text]) => [
        `copy/${name}`,
        [new Uint8Array(Buffer.from(text)), { level: name.endsWith('.html') ? 9 : 0 }],
      ]),
    ),
  );

test('an archive is checked as a folder is, also where the site stands below a folder in it', async () => {
  const folder = await folderOf({
    'copy.zip': zipOf(whole),
    'bad.zip': zipOf({ ...whole, x: 'x' }),
  });
  expect(await verifyCopy(await openCopy(join(folder, 'copy.zip')))).toEqual(right);
  expect(await verifyCopy(await openCopy(join(folder, 'bad.zip')))).toMatchObject({ added: ['x'] });
  await rm(folder, { recursive: true });
});

test('an archive without a list, and what is no archive, is a single file, and no copy', async () => {
  const folder = await folderOf({
    'copy.zip': zipOf(whole),
    'book.zip': zipOf(files),
    'page.html': 'page',
  });
  const open = (name: string) => openSingleFile(join(folder, name));
  expect(await open('copy.zip')).toBeUndefined();
  expect(await open('.')).toBeUndefined();
  expect(await open('no-such-file')).toBeUndefined();
  expect(Buffer.from((await open('book.zip')) ?? [])).toEqual(Buffer.from(zipOf(files)));
  expect(Buffer.from((await open('page.html')) ?? []).toString()).toBe('page');
  await rm(folder, { recursive: true });
});

test('a single file is found in the list of a copy by what it holds, whatever it is called', async () => {
  const folder = await folderOf(whole);
  const copy = await openCopy(folder);
  const find = (text: string, key = '') => verifyFile(Buffer.from(text), copy, key);
  expect(await find('about')).toEqual({ path: 'about.txt', isSigned: undefined });
  expect(await find('other', `RW${'A'.repeat(54)}`)).toEqual({ path: undefined, isSigned: false });
  await rm(folder, { recursive: true });
});

test('of an address, what is published for the host is not asked for', async () => {
  const server = createServer(({ url = '' }, response) => {
    const text = whole[url === '/site/' ? 'index.html' : url.slice('/site/'.length)];
    response.writeHead(text === undefined || url.endsWith('_headers') ? 404 : 200).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const findings = await verifyCopy(await openCopy(`http://127.0.0.1:${port}/site`));
  server.closeAllConnections();
  server.close();
  expect(findings).toEqual({ ...right, checked: 2 });
});
