/**
 * The collections as Astro's own store holds them, handed over when pages are rendered and not when the
 * templates are compiled: so compiled templates serve any content, and an edit does not start the compiler.
 */
import type { AstroIntegration } from 'astro';
import { type CollectionEntry, collectionsOf } from './entries.ts';
import type { Content } from './read-content.ts';

/** The name of the integration that `npm run build` brings along. */
export const templateKeeper = 'keep-templates';

const slot = Symbol.for('news.collections');

/** What templates that are loaded from now on will find in `astro:content`. */
export function offerCollections(content: Content): void {
  const shelves = globalThis as { [slot]?: Map<string, Map<string, CollectionEntry>> };
  shelves[slot] = new Map(
    Object.entries(collectionsOf(content)).map(([kind, entries]) => [
      kind,
      new Map(entries.map((entry) => [entry.id, entry])),
    ]),
  );
}

// Astro reads its store from this virtual module; a Map there is taken as it is.
const store = '\0astro:data-layer-content';

/** In a build, lets the templates find the collections that `offerCollections` offers. */
export const collectionsAtRenderTime = (): AstroIntegration => ({
  name: 'collections-at-render-time',
  hooks: {
    'astro:config:setup': ({ command, config, updateConfig }) => {
      if (command !== 'build') return;
      if (!config.integrations.some(({ name }) => name === templateKeeper)) {
        throw new Error('Astro alone builds no pages here. Use: npm run build');
      }
      const code = `export default globalThis[Symbol.for('${slot.description}')] ?? new Map();`;
      updateConfig({
        vite: {
          plugins: [
            {
              name: 'collections-at-render-time',
              transform: (_code, id) => (id === store ? { code, map: null } : undefined),
            },
          ],
        },
      });
    },
  },
});
