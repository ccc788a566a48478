import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decodeText, readText } from './read-text.ts';
import { folderWith } from './sample-content.ts';

test.each([
  ['UTF-8', 'أربع سفن\n', 'أربع سفن\n', false],
  ['CRLF, kept for the parsers', 'a\r\nb\r\n', 'a\r\nb\r\n', false],
  ['a byte-order mark, left out', '\ufeffa\n', 'a\n', true],
])('text is read: %s', (_what, written, text, hasMark) => {
  expect(decodeText(Buffer.from(written))).toEqual({ text, hasMark });
});

test.each([
  ['UTF-16, little end first', Buffer.from('\ufeffab', 'utf16le'), 1, 1, /is UTF-16 text/],
  ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 1, 1, /is UTF-16 text/],
  ['UTF-16 without a mark', Buffer.from('ab', 'utf16le'), 1, 2, /NUL byte/],
  ['Windows-1256', Buffer.from([0xc8, 0xed, 0xcc]), 1, 1, /is not UTF-8/],
  ['half a character', Buffer.from([0x61, 0xd8]), 1, 1, /is not UTF-8/],
  ['a NUL byte', Buffer.from('ab\ncd\0e'), 2, 3, /NUL byte/],
  ['line ends of old Macs', Buffer.from('ab\rcd\r'), 1, 3, /old Macs/],
  ['one such line end', Buffer.from('ab\r\ncd\re\n'), 2, 3, /old Macs/],
])('%s is told, with its place and cure', (_what, bytes, line, column, message) => {
  const read = decodeText(bytes);
  expect(read).toEqual({ line, column, message: expect.stringMatching(message) as string });
  expect(read).toHaveProperty('message', expect.stringMatching(/\. [A-Z][^.]+\.$/));
});

test('a file of many megabytes is not read', async () => {
  const folder = await folderWith({ 'long.md': Buffer.alloc(2_000_001, 0x61) });
  expect(readText(join(folder, 'long.md'))).toMatchObject({
    message: 'has more than 2 MB. Split it into several stories.',
  });
});

test('a file that cannot be read is told in words', async () => {
  const folder = await folderWith({ 'a/b.md': '' });
  expect(readText(join(folder, 'a'))).toMatchObject({
    message: 'cannot be read. It is a folder, not a file. Choose another name.',
  });
});
