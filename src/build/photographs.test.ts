import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sha256Of } from './digest.ts';
import { develop, type PhotographPlan, planPhotograph, type Recipe } from './photographs.ts';
import { fromTelephone, photograph, traces } from './sample-photograph.ts';

const jpeg = (width: number, height: number): Promise<Buffer> =>
  photograph(width, height).jpeg().toBuffer();

type Planned = Exclude<PhotographPlan, { message: string }>;

async function plan(bytes: Uint8Array): Promise<Planned> {
  const planned = await planPhotograph(bytes, { name: 'harbour', original: sha256Of(bytes) });
  if ('message' in planned) throw new Error(planned.message);
  return planned;
}

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const planned = await planPhotograph(bytes, { name: 'harbour', original: sha256Of(bytes) });
  return 'message' in planned ? planned.message : 'it is not refused';
};

const sizesOf = ({ renditions }: Planned) =>
  renditions.map(({ recipe: { width, height } }) => [width, height]);

describe('what is planned', () => {
  test('is AVIF in three widths, and JPEG in one', async () => {
    const planned = await plan(await jpeg(1600, 1200));
    expect(sizesOf(planned)).toEqual([
      [360, 270],
      [720, 540],
      [1080, 810],
    ]);
    expect(planned.renditions.map(({ type }) => type)).toEqual(Array(3).fill('image/avif'));
    expect(planned.fallback).toMatchObject({
      type: 'image/jpeg',
      recipe: { format: 'jpeg', width: 720, height: 540 },
    });
  });

  test.each([
    [1080, [360, 720, 1080]],
    [800, [360, 720, 800]],
    [720, [360, 720]],
    [300, [300]],
    [1, [1]],
  ])('of %i pixels is never enlarged', async (width, widths) => {
    const planned = await plan(await jpeg(width, 40));
    expect(sizesOf(planned).map(([each]) => each)).toEqual(widths);
    expect(planned.fallback.recipe.width).toBe(Math.min(width, 720));
  });

  test('of a strip is at least one pixel high', async () => {
    expect(sizesOf(await plan(await jpeg(2000, 1)))).toEqual([
      [360, 1],
      [720, 1],
      [1080, 1],
    ]);
  });

  test('counts a picture that lies on its side as it will stand', async () => {
    expect(sizesOf(await plan(await fromTelephone(1000, 500)))).toEqual([
      [360, 720],
      [500, 1000],
    ]);
  });

  test('has PNG in place of JPEG where one can see through', async () => {
    const clear = await photograph(40, 30).ensureAlpha(0.5).webp().toBuffer();
    expect((await plan(clear)).fallback.file).toMatch(/^harbour-40\.[0-9a-f]{10}\.png$/);
  });

  test('has names with the width, and digests that differ with the picture', async () => {
    const one = await plan(await jpeg(400, 300));
    const same = await plan(await jpeg(400, 300));
    const other = await plan(await jpeg(400, 301));
    const names = ({ fallback, renditions }: Planned) =>
      [fallback, ...renditions].map(({ file }) => file);
    expect(names(one)).toEqual(names(same));
    expect(names(one)).toEqual([
      expect.stringMatching(/^harbour-400\.[0-9a-f]{10}\.jpg$/),
      expect.stringMatching(/^harbour-360\.[0-9a-f]{10}\.avif$/),
      expect.stringMatching(/^harbour-400\.[0-9a-f]{10}\.avif$/),
    ]);
    expect(new Set([...names(one), ...names(other)]).size).toBe(6);
  });
});

describe('refused is', () => {
  test('what moves', async () => {
    const frames = await Promise.all(
      [1, 2].map((n) =>
        photograph(40, 30 + n)
          .png()
          .toBuffer(),
      ),
    );
    const film = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await refusal(film)).toBe(
      'which moves, and readers cannot stop it. Save one still picture of it.',
    );
  });

  test('what has more pixels than memory bears', async () => {
    const wall = sharp({
      create: { width: 20_000, height: 10_001, channels: 3, background: '#777' },
    });
    expect(await refusal(await wall.png({ compressionLevel: 1 }).toBuffer())).toBe(
      'which has too many pixels. Save it at most 4000 pixels wide.',
    );
  });

  test('what is no picture', async () => {
    expect(await refusal(Buffer.from('hello'))).toMatch(/^which cannot be read to its end\. Save/);
  });
});

describe('what is published', () => {
  const recipes: Recipe[] = (['avif', 'jpeg', 'png'] as const).map((format) => ({
    format,
    width: 60,
    height: 80,
  }));

  test.each(recipes)('as $format holds nothing that a camera writes', async (recipe) => {
    const original = await fromTelephone(160, 120);
    expect(original.includes(traces.camera)).toBe(true);
    expect((await sharp(original).metadata()).exif?.includes('Exif')).toBe(true);

    const made = Buffer.from(await develop(original, recipe));
    const { exif, xmp, iptc, icc, orientation, comments } = await sharp(made).metadata();
    expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
    expect(made.includes(traces.camera)).toBe(false);
    expect(made.includes('Exif')).toBe(false);
  });

  test.each(recipes)('as $format stands upright, in the colours of the web', async (recipe) => {
    const made = await develop(await fromTelephone(160, 120), recipe);
    const { data, info } = await sharp(made).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([60, 80]);
    // Turned by a quarter, the upper left corner comes to the upper right. It is sRGB's own red.
    const [red = 0, green = 0, blue = 0] = data.subarray((5 * 60 + 55) * info.channels);
    expect(Math.abs(red - 220)).toBeLessThan(12);
    expect(Math.max(green, blue)).toBeLessThan(50);
  });

  test.each(recipes)('as $format is the same every time', async (recipe) => {
    const original = await fromTelephone(160, 120);
    const [once, again] = await Promise.all([develop(original, recipe), develop(original, recipe)]);
    expect(Buffer.from(once).equals(again)).toBe(true);
  });

  test('is the same on machines with more cores', async () => {
    const original = await jpeg(1080, 720);
    const recipe = { format: 'avif', width: 1080, height: 720 } as const;
    const made: string[] = [];
    for (const threads of [1, 4]) {
      sharp.concurrency(threads);
      made.push(Buffer.from(await develop(original, recipe)).toString('base64'));
    }
    expect(made[0] === made[1]).toBe(true);
  });

  test('weighs a fraction of what came from the camera', async () => {
    const original = await jpeg(1600, 1200);
    const small = await develop(original, { format: 'avif', width: 360, height: 270 });
    expect(small.length).toBeLessThan(original.length / 10);
  });

  test('is nothing where the file breaks off', async () => {
    const half = (await jpeg(400, 300)).subarray(0, 4000);
    await expect(develop(half, { format: 'jpeg', width: 40, height: 30 })).rejects.toThrow();
  });
});
