/** For tests: a photograph as a telephone takes it, with what it writes into the file. */
import sharp, { type Sharp } from 'sharp';

/** What a telephone tells of whoever held it; tests look for it in what is published. */
export const traces = {
  camera: 'Xylophone 12 of Ada',
  north: '31/1 30/1 0/1',
} as const;

/** Hills below a sky, the upper left corner red: enough to see which way is up. */
export function photograph(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hill = y > height * (0.5 + 0.1 * Math.sin((9 * x) / width));
      const grain = 30 * Math.sin(x * 12.9898 + y * 78.233);
      const colour = hill ? [90 + grain, 110 + grain, 40] : [150, 180 + (40 * y) / height, 230];
      const isCorner = x < width / 4 && y < height / 4;
      pixels.set(isCorner ? [220, 20, 20] : colour.map(Math.round), (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** With the place, the camera, a wide range of colours, and lying on its side. */
export const fromTelephone = (width: number, height: number): Promise<Buffer> =>
  photograph(width, height)
    .withIccProfile('p3')
    .withExifMerge({
      IFD0: { Model: traces.camera, ImageDescription: traces.camera },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: traces.north },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer();
