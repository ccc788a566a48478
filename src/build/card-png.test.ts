import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { indexedPng, type Raster } from './card-png.ts';

type Point = readonly [red: number, green: number, blue: number, opacity?: number];

const pointsOf = (colours: readonly Point[]): Uint8Array =>
  Uint8Array.from(
    colours.flatMap(([red, green, blue, opacity = 255]) => [red, green, blue, opacity]),
  );

/** As another program reads it. */
async function read(png: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, points: Uint8Array.from(data) };
}

const paper: Point = [255, 253, 248];
const ink: Point = [29, 27, 22];

describe('a picture of few colours', () => {
  test.each<[string, number, number, Point[]]>([
    ['of one point', 1, 1, [ink]],
    ['of one row', 4, 1, [paper, ink, ink, paper]],
    ['with rows alike', 2, 4, [paper, ink, paper, ink, ink, ink, ink, ink]],
    ['that begins a row as it ended the last', 3, 2, [paper, paper, ink, ink, paper, ink]],
    [
      'of 256 colours',
      16,
      16,
      Array.from({ length: 256 }, (_, number): Point => [number, 7, 255 - number]),
    ],
  ])('%s is read as it was', async (_name, width, height, colours) => {
    const raster = { width, height, points: pointsOf(colours) };
    const png = indexedPng(raster);
    expect(png && (await read(png))).toEqual(raster);
  });

  test('is written with a palette', async () => {
    const png = indexedPng({ width: 2, height: 1, points: pointsOf([paper, ink]) });
    expect(png && (await sharp(png).metadata())).toMatchObject({ isPalette: true, depth: 'uchar' });
  });
});

test.each<[string, Point[]]>([
  [
    'of more than 256 colours',
    Array.from({ length: 257 }, (_, number): Point => [number & 255, number >> 8, 0]),
  ],
  ['that is seen through', [[...paper.slice(0, 3), 254] as unknown as Point]],
])('a picture %s is not written', (_name, colours) => {
  expect(
    indexedPng({ width: colours.length, height: 1, points: pointsOf(colours) }),
  ).toBeUndefined();
});
