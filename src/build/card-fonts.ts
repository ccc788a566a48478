import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Renderer } from '@takumi-rs/core';

/**
 * Asks for packages from the project's folder. Astro bundles this code into the folder that it builds into,
 * which may lie anywhere, and a binary cannot be bundled.
 */
const fromProject = createRequire(resolve('package.json'));

const serif = ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'].map((letters) => ({
  name: `serif-${letters}`,
  file: `@fontsource-variable/source-serif-4/files/source-serif-4-${letters}-opsz-normal.woff2`,
}));
const naskh = ['arabic', 'latin'].map((letters) => ({
  name: `naskh-${letters}`,
  file: `@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-${letters}-wght-normal.woff2`,
}));

const families = (fonts: readonly { name: string }[]): string =>
  fonts.map(({ name }) => name).join(', ');

/** Which font is asked first for a sign. In Arabic, digits and punctuation match the letters. */
export const fontFamily = {
  ltr: families([...serif, ...naskh]),
  rtl: families([...naskh, ...serif]),
} as const;

export interface Typesetter {
  readonly renderer: Renderer;
  readonly hasGlyph: (codePoint: number) => boolean;
  /** Changes when a font or the renderer does. */
  readonly version: string;
}

/** Loads the fonts and what draws with them. */
export async function loadTypesetter(): Promise<Typesetter> {
  const takumi = fromProject('@takumi-rs/core') as typeof import('@takumi-rs/core');
  const fontkitten = fromProject('fontkitten') as typeof import('fontkitten');
  const { version } = JSON.parse(
    await readFile(resolve(fromProject.resolve('@takumi-rs/core'), '../../package.json'), 'utf8'),
  ) as { version: string };

  const renderer = new takumi.Renderer();
  const glyphs = new Set<number>();
  const digest = createHash('sha256').update(version);
  for (const { name, file } of [...serif, ...naskh]) {
    const data = await readFile(fromProject.resolve(file));
    await renderer.registerFont({ name, data });
    const font = fontkitten.create(data);
    if (!('characterSet' in font)) throw new Error(`${file} is a collection of fonts, not a font.`);
    for (const codePoint of font.characterSet) glyphs.add(codePoint);
    digest.update(data);
  }
  return {
    renderer,
    hasGlyph: (codePoint) => glyphs.has(codePoint),
    version: digest.digest('hex'),
  };
}
