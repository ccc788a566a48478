/** What a browser that was last updated years ago makes of the styles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { pagesOf } from './site-files.ts';

const { fixture } = inject('sites');

const styles = pagesOf(fixture).map((file) => {
  const html = readFileSync(join(fixture, file), 'utf8');
  return {
    file,
    css: [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join(''),
  };
});

test('no style stands in a cascade layer, which browsers before 2022 drop', () => {
  for (const { file, css } of styles) expect(css, file).not.toContain('@layer');
});

test('global styles come before those of components, which win over them', () => {
  for (const { file, css } of styles) {
    const components = css.indexOf('[data-astro-cid');
    if (components !== -1) expect(css.slice(0, components), file).toContain(':root{');
  }
});
