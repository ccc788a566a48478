import { inflateSync } from 'node:zlib';

/** A picture as rows of pixels. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** "r,g,b" of a pixel. */
  readonly at: (x: number, y: number) => string;
}

const signature = '89504e470d0a1a0a';

/** Reads PNG (third edition) with 8 bits a channel, not interlaced: in colour, with alpha, or with a palette. */
export function readPng(file: Buffer): Pixels {
  if (file.subarray(0, 8).toString('hex') !== signature) throw new Error('This is no PNG.');
  const chunks = new Map<string, Buffer[]>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.set(type, [...(chunks.get(type) ?? []), file.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const join = (type: string): Buffer => Buffer.concat(chunks.get(type) ?? []);
  const header = join('IHDR');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, , , interlaced] = header.subarray(8);
  const bytes = { 2: 3, 3: 1, 6: 4 }[kind ?? 0];
  if (depth !== 8 || !bytes || interlaced !== 0) throw new Error('This kind is not read here.');
  const pixels = unfilter(inflateSync(join('IDAT')), width * bytes, bytes);
  const palette = join('PLTE');
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * bytes;
      const colour =
        kind === 3 ? palette.subarray(3 * (pixels[start] ?? 0)) : pixels.subarray(start);
      return colour.subarray(0, 3).join();
    },
  };
}

/** Section 9: each row begins with the filter that it was written by. */
function unfilter(rows: Buffer, length: number, bytes: number): Buffer {
  const pixels = Buffer.alloc((rows.length / (length + 1)) * length);
  for (let row = 0; row * (length + 1) < rows.length; row++) {
    const filter = rows[row * (length + 1)] ?? 0;
    for (let x = 0; x < length; x++) {
      const here = row * length + x;
      const left = x < bytes ? 0 : (pixels[here - bytes] ?? 0);
      const up = row === 0 ? 0 : (pixels[here - length] ?? 0);
      const corner = x < bytes || row === 0 ? 0 : (pixels[here - length - bytes] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      pixels[here] = ((rows[row * (length + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
