import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servedFaults } from './served-files.ts';

const icon = Buffer.from('<svg>A picture of some forty bytes</svg>');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await writeFile(join(folder, 'index.html.gz'), 'made ahead');
  await writeFile(join(folder, 'favicon.svg'), icon);
});

afterAll(() => rm(folder, { recursive: true }));

async function faultsOf(listener: RequestListener, sendsParts = true): Promise<string[]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const faults = await servedFaults(`http://127.0.0.1:${port}/`, folder, {
    madeAhead: ['gz'],
    sendsParts,
  });
  server.close();
  return faults;
}

const part = (range: string): RequestListener => {
  return ({ url }, response) => {
    if (url === '/') response.writeHead(200, { 'content-encoding': 'gzip' }).end('made ahead');
    else response.writeHead(206, { 'content-range': range }).end(icon.subarray(10, 30));
  };
};

test('a server that sends the files as they are is right', async () => {
  expect(await faultsOf(part('bytes 10-29/40'))).toEqual([]);
});

test('what was compressed anew, and a file that is sent whole, are told', async () => {
  const whole: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end('made anew');
  };
  expect(await faultsOf(whole)).toEqual([
    'The front page is not sent as index.html.gz has it.',
    'A part of favicon.svg is answered with 200, and not as 206.',
  ]);
});

test('a part that says that it is another is none', async () => {
  expect(await faultsOf(part('bytes 0-19/40'))).toHaveLength(1);
});

test('a server that has learnt to send parts is told too', async () => {
  expect(await faultsOf(part('bytes 10-29/40'), false)).toHaveLength(1);
});
