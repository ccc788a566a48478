/** Photographs and drawings as they are published: which files, what is in them, how pages name them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import sharp from 'sharp';
import { expect, inject, test } from 'vitest';
import { fromTelephone, traces } from '#build/sample-photograph.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const { fixture, below } = inject('sites');
const open = (address: string): OpenPage => new OpenPage(fixture, address);

const photographs = filesOf(fixture).filter((file) =>
  /^pictures\/.*\.(?:avif|jpg|png|webp|gif)$/.test(file),
);

/** The addresses and widths that an element offers. */
const candidatesOf = ({ properties }: Element): [address: string, width: number][] =>
  String(properties.srcSet)
    .split(', ')
    .map((candidate) => candidate.split(' '))
    .map(([address = '', width = '']) => [address, Number.parseInt(width)]);

test('what a telephone wrote into a photograph is nowhere in the site', async () => {
  const original = await fromTelephone(40, 30);
  expect(original.includes(traces.camera)).toBe(true);
  const telling = filesOf(fixture).filter((file) => {
    const bytes = readFileSync(join(fixture, file));
    return bytes.includes(traces.camera) || bytes.includes('Exif\0');
  });
  expect(telling).toEqual([]);
});

test('a photograph is published upright, without metadata, and as nothing but what was made of it', async () => {
  const names = photographs.map((file) => file.replace(/\.[0-9a-f]{10}\./, '.'));
  expect(names.sort()).toEqual([
    'pictures/quay-360.avif',
    'pictures/quay-720.avif',
    'pictures/quay-720.jpg',
    'pictures/quay-900.avif',
  ]);
  for (const file of photographs) {
    const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(
      join(fixture, file),
    ).metadata();
    expect({ exif, xmp, iptc, icc, orientation }, file).toEqual({});
    expect(height / width, file).toBeCloseTo(4 / 3);
  }
});

test.each([fixture, below])('every offered width is that of its file: %s', async (site) => {
  const base = site === below ? '/news/' : '/';
  const offered = new Map<string, number>();
  for (const file of pagesOf(site)) {
    for (const source of new OpenPage(site, `/${file}`).all('source[srcset]')) {
      for (const [address, width] of candidatesOf(source)) {
        expect(address.startsWith(`${base}pictures/`), address).toBe(true);
        if (!Number.isNaN(width)) offered.set(address.slice(base.length), width);
      }
    }
  }
  expect(offered.size).toBe(3);
  for (const [file, width] of offered) {
    expect((await sharp(join(site, file)).metadata()).width, file).toBe(width);
  }
});

test('every picture has a size, decodes beside the page, and comes at its time', () => {
  for (const file of pagesOf(fixture)) {
    for (const { properties } of open(`/${file}`).all('img')) {
      expect(Number(properties.width), file).toBeGreaterThan(0);
      expect(Number(properties.height), file).toBeGreaterThan(0);
      expect(properties.decoding, file).toBe('async');
      // Either it leads the page, or it waits until it is near.
      expect([properties.fetchPriority, properties.loading], file).toEqual(
        properties.fetchPriority ? ['high', undefined] : [undefined, 'lazy'],
      );
    }
  }
});

test.each([
  ['/articles/closed/', 1],
  ['/articles/everything/', 1],
  ['/ar/gaza-news/', 1],
  ['/', 1],
  ['/articles/quiet/', 0],
  ['/about/', 0],
])('%s has %i picture that leads it', (address, count) => {
  const page = open(address);
  expect(page.all('[fetchpriority=high]')).toHaveLength(count);
  if (count > 0) expect(page.all('main img')[0]?.properties.fetchPriority).toBe('high');
});

test('a photograph falls back to JPEG, and stays in its figure with its caption', () => {
  const page = open('/articles/closed/');
  expect(page.all('figure > picture > source[type="image/avif"] ~ img[src$=".jpg"]')).toHaveLength(
    2,
  );
  expect(page.texts('figcaption')).toEqual(['The quay. Picture: Ada', 'Seen from the quay.']);
  expect(page.all('picture > source')[0]?.properties.media).toBe('(prefers-reduced-data: reduce)');
});

test('a drawing stands alone', () => {
  expect(open('/articles/everything/').all('source')).toEqual([]);
});
