import { generateKeyPairSync, randomBytes, scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedBy, publicKeyOf, readSecretKey, signatureOf } from './minisign.ts';

/** A key file as minisign writes it; its last 32 bytes, a digest of the rest, are not looked at. */
function keyFile(password?: string): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const own = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = Buffer.concat([randomBytes(8), seed, own, Buffer.alloc(32)]);
  const head = Buffer.alloc(54);
  head.write('Ed', 0);
  head.write('B2', 4);
  if (password !== undefined) {
    head.write('Sc', 2);
    // The least work that libsodium asks for.
    head.writeBigUInt64LE(32768n, 38);
    head.writeBigUInt64LE(16777216n, 46);
    const mask = scryptSync(password, head.subarray(6, 38), key.length, { N: 1024, r: 8, p: 1 });
    for (const [place, byte] of mask.entries()) key[place] = (key[place] ?? 0) ^ byte;
  }
  return `untrusted comment: minisign secret key\n${Buffer.concat([head, key]).toString('base64')}\n`;
}

const list = Buffer.from('digest  about/index.html\n');

test('what a key signs, its public key recognises', () => {
  const key = readSecretKey(keyFile(), '');
  const text = signatureOf(list, key, 'timestamp:1');
  expect(isSignedBy(list, text, publicKeyOf(key))).toBe(true);
});

test('another list, another comment, another key or no signature at all are refused', () => {
  const key = readSecretKey(keyFile(), '');
  const text = signatureOf(list, key, 'timestamp:1');
  const own = publicKeyOf(key);
  expect(isSignedBy(Buffer.from('other'), text, own)).toBe(false);
  expect(isSignedBy(list, text.replace('timestamp:1', 'timestamp:2'), own)).toBe(false);
  expect(isSignedBy(list, text, publicKeyOf(readSecretKey(keyFile(), '')))).toBe(false);
  expect(isSignedBy(list, '', own)).toBe(false);
  expect(isSignedBy(list, text, 'no key')).toBe(false);
});

test('a locked key opens with its password, and with no other', () => {
  const file = keyFile('four ships');
  const key = readSecretKey(file, 'four ships');
  expect(isSignedBy(list, signatureOf(list, key, ''), publicKeyOf(key))).toBe(true);
  expect(() => readSecretKey(file, 'five ships')).toThrow('password of the key is wrong');
});

test('a file that is no key is told', () => {
  expect(() => readSecretKey('hello', '')).toThrow('no secret key of minisign');
});

// Written by Debian's minisign 0.11, so that more than this code agrees with itself.
test('a signature of minisign itself is recognised', () => {
  const text = [
    'untrusted comment: signature from minisign secret key',
    'RUTfegpY/RpoqscexYky14nwGtTJMEECtBR/SsrdAU0WinCU9Dj/u/Cf8MN5fYSfguNYJESMBYoEUbyIcRAkjVCwq8jpo29xJA8=',
    'trusted comment: a comment',
    'kqeGDqhF4tLuQdjhik0ksWjG4acQFMAotJMEwfGJBJfSGI4Az7KGFAchcw+MemfujkarGw1a+nOtMPWKiVaXAg==',
    '',
  ].join('\n');
  expect(
    isSignedBy(
      Buffer.from('hello\n'),
      text,
      'RWTfegpY/RpoqvhDyu06q99uNwjar4RXomi7MQ8OPRk/e36STM74fZoH',
    ),
  ).toBe(true);
});
