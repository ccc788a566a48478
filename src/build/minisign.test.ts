import { expect, test } from 'vitest';
import { isSignedBy, publicKeyOf, readSecretKey, signatureOf } from './minisign.ts';
import { keyFile } from './sample-key.ts';

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
