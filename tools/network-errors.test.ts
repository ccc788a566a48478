import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { networkErrorInWords } from './network-errors.ts';

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

test('a server that does not run is named, and what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const error = await failureOf(fetch(`http://127.0.0.1:${port}/`));
  expect(networkErrorInWords(error)).toBe(
    `127.0.0.1:${port}: Nobody answers there. See whether the server runs, and under which address.`,
  );
});

test('a connection that breaks off is told', async () => {
  const server = createServer((socket) => socket.resetAndDestroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const error = await failureOf(fetch(`http://127.0.0.1:${port}/`));
  server.close();
  expect(networkErrorInWords(error)).toMatch(/broke the connection off/);
});

test.each([
  [{ code: 'ENOTFOUND', hostname: 'news.example' }, 'news.example: There is no such name.'],
  [{ cause: { code: 'CERT_HAS_EXPIRED' } }, 'Its certificate has expired.'],
  [
    {
      cause: { code: 'ECONNREFUSED', errors: [{ code: 'ECONNREFUSED', address: '::1', port: 80 }] },
    },
    '::1:80: Nobody answers there.',
  ],
  [new DOMException('too late', 'TimeoutError'), 'No answer came in time.'],
])('what went wrong is found where it stands: %o', (error, said) => {
  expect(networkErrorInWords(error)).toContain(said);
});

test.each([undefined, null, 'text', new Error('other'), { code: 'ENOENT' }])(
  'anything else is left as it is: %o',
  (error) => {
    expect(networkErrorInWords(error)).toBeUndefined();
  },
);
