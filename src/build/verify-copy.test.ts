import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { formatChecksums } from '#lib/checksums.ts';
import { digestOf } from './integrity.ts';
import { openCopy } from './site-copy.ts';
import { verifyCopy } from './verify-copy.ts';

const files = { 'index.html': 'home', 'about.txt': 'about', _headers: '/*' };
const list = formatChecksums(
  Object.entries(files).map(([path, text]) => ({ path, digest: digestOf(text) })),
);
const whole: Record<string, string | Buffer> = { ...files, SHA256SUMS: list };

async function folderOf(contents: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'copy-'));
  for (const [name, text] of Object.entries(contents)) await writeFile(join(folder, name), text);
  return folder;
}

async function findingsOf(contents: Record<string, string | Buffer>) {
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
function zipOf(contents: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const [name, text] of Object.entries(contents)) {
    const plain = Buffer.from(text);
    const method = name.endsWith('.html') ? 8 : 0;
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const path = Buffer.from(`copy/${name}`);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, path]));
    parts.push(local);
    place += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

test('an archive is checked as a folder is, also where the site stands below a folder in it', async () => {
  const folder = await folderOf({
    'copy.zip': zipOf(whole),
    'bad.zip': zipOf({ ...whole, x: 'x' }),
  });
  expect(await verifyCopy(await openCopy(join(folder, 'copy.zip')))).toEqual(right);
  expect(await verifyCopy(await openCopy(join(folder, 'bad.zip')))).toMatchObject({ added: ['x'] });
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
