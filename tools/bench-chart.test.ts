import { XmlDocument } from 'libxml2-wasm';
import { expect, test } from 'vitest';
import { chartOf } from './bench-chart.ts';
import type { Measurement } from './bench-table.ts';

const measured = (peer: string, articles: number, wall: number): Measurement => ({
  peer,
  articles,
  wall,
  job: 'cold',
  runs: 1,
  processor: 1,
  memory: 1,
  written: 1,
  lists: 1,
  files: 1,
  bytes: 1,
});

const results = [
  measured('ours & yours', 1000, 10),
  measured('ours & yours', 100, 1),
  measured('Hugo', 100, 1),
  { ...measured('Hugo', 1000, 500), job: 'edit' },
];

const read = () => {
  const document = XmlDocument.fromString(chartOf(results, 'cold', 'Cold builds'));
  return (path: string): string[] =>
    document.find(path, { s: 'http://www.w3.org/2000/svg' }).map(({ content }) => content);
};

test('each generator has a line with its name, from the smallest archive to the largest', () => {
  const find = read();
  expect(find('//s:path[@class="line"]/@d')).toEqual(['M70.0 380.0L570.0 40.0', 'M70.0 380.0']);
  expect(find('//s:text')).toEqual(
    expect.arrayContaining(['ours & yours', 'Hugo', '1,000', '10 s']),
  );
});

test('a power of ten is as wide as another, and has its line', () => {
  expect(read()('//s:path[@class="grid"]/@d')).toEqual([
    'M70.0 40.0V380.0',
    'M570.0 40.0V380.0',
    'M70.0 380.0H570.0',
    'M70.0 40.0H570.0',
  ]);
});

test('names at the ends of lines do not cover each other', () => {
  const many = ['a', 'b', 'c'].map((peer) => measured(peer, 100, 1));
  const document = XmlDocument.fromString(chartOf(many, 'cold', 'Cold builds'));
  const places = ['a', 'b', 'c'].map((name) => document.get(`//*[text()="${name}"]/@y`)?.content);
  expect(places).toEqual(['385.0', '401.0', '417.0']);
});

test('a chart has a name for who does not see it', () => {
  expect(read()('/s:svg/s:title')).toEqual(['Cold builds']);
});
