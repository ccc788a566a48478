/** Which files are pictures, by their names. */
import { extname } from 'node:path';

/** What Astro calls the formats that it recognises in a file's first bytes. */
export const formats: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
};

/** By the ending of a name. */
export const types: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(formats).map(([format, type]) => [`.${format}`, type]),
);

/** Whether a file's name is that of a picture. */
export const isPictureName = (name: string): boolean => extname(name).toLowerCase() in types;
