import { rename, rmdir } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { editions } from '#site.ts';

/**
 * Hosts look for a file 404.html in the folder that was asked for and then in those above it. Astro gives
 * this name to the page at the root only.
 */
export const notFoundPages = (): AstroIntegration => ({
  name: 'not-found-pages',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      for (const { folder } of editions) {
        if (folder === '') continue;
        await rename(new URL(`${folder}/404/index.html`, dir), new URL(`${folder}/404.html`, dir));
        await rmdir(new URL(`${folder}/404/`, dir));
      }
    },
  },
});
