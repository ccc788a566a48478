import { describe, expect, test } from 'vitest';
import { pictureTag, shownIn } from './picture.ts';

const chart = { file: 'chart.1.svg', width: 640, height: 480 };
const rendition = (width: number) => ({ file: `ship-${width}.1.avif`, width, height: width / 2 });
const ship = { file: 'ship-720.1.jpg', width: 720, height: 360 };

describe('a drawing', () => {
  test('stands alone, in its own size', () => {
    expect(pictureTag(chart, shownIn.column)).toEqual({
      src: '/pictures/chart.1.svg',
      width: 640,
      height: 480,
      sources: [],
    });
  });
});

describe('a photograph', () => {
  const tag = pictureTag({ ...ship, renditions: [360, 720, 1080].map(rendition) }, '41rem');

  test('is offered in every width, with the width at which it is shown', () => {
    expect(tag.sources.at(-1)).toEqual({
      type: 'image/avif',
      srcset:
        '/pictures/ship-360.1.avif 360w, /pictures/ship-720.1.avif 720w, /pictures/ship-1080.1.avif 1080w',
      sizes: '41rem',
    });
  });

  test('is offered in its narrowest first, to those who ask for less data', () => {
    expect(tag.sources[0]).toEqual({
      type: 'image/avif',
      srcset: '/pictures/ship-360.1.avif',
      media: '(prefers-reduced-data: reduce)',
    });
  });

  test('takes the room of its widest, and falls back to what every browser shows', () => {
    expect(tag).toMatchObject({ src: '/pictures/ship-720.1.jpg', width: 1080, height: 540 });
  });

  test('of one width is offered in that', () => {
    const { sources } = pictureTag({ ...ship, renditions: [rendition(300)] }, '41rem');
    expect(sources.map(({ srcset }) => srcset)).toEqual(['/pictures/ship-300.1.avif 300w']);
  });
});
