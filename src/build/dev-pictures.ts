import type { AstroIntegration } from 'astro';

/**
 * Lets the live preview find pictures. With `trailingSlash: 'always'` the dev server wants a slash behind
 * every route whose own name has no extension, that of src/pages/pictures/[file].ts among them; a build
 * writes the file as it is named.
 */
export const devPictures = (): AstroIntegration => ({
  name: 'dev-pictures',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, _response, next) => {
        request.url = request.url?.replace(/\/pictures\/[^/?]+\.\w+(?=$|\?)/, '$&/');
        next();
      });
    },
  },
});
