import { expect, test } from 'vitest';
import { addedFiles, formatChecksums, originalOf, parseChecksums } from './checksums.ts';

const one = { path: 'about/index.html', digest: 'a'.repeat(64) };
const two = { path: 'topics/غزة/index.html', digest: 'b'.repeat(64) };

test('a list comes back as it was written, in the form of sha256sum', () => {
  const text = formatChecksums([one, two]);
  expect(text.split('\n')[0]).toBe(`${'a'.repeat(64)}  about/index.html`);
  expect(parseChecksums(text)).toEqual([one, two]);
});

test('a line that is no digest is told, not passed over', () => {
  expect(() => parseChecksums('hello\n')).toThrow('a line that is no digest: hello');
});

test('files that the list does not know are told; the list, its signature and compressed forms are known', () => {
  expect(
    addedFiles(
      [
        'about/index.html',
        'about/index.html.br',
        'SHA256SUMS',
        'SHA256SUMS.minisig',
        'x.html',
        'x.gz',
      ],
      [one],
    ),
  ).toEqual(['x.html', 'x.gz']);
});

test('a compressed form belongs to the file that it was made from', () => {
  expect(originalOf('a.html.gz')).toBe('a.html');
  expect(originalOf('a.html')).toBeUndefined();
});
