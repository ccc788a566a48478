/** Every page of the site, with what it depends on, ready to be rendered by the compiled templates. */
import type { PathWithRoute } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { settings } from '#settings.ts';
import { digestOf } from './digest.ts';
import { isCard } from './page-kinds.ts';
import { withPolicy } from './policy.ts';
import { withIntegrity } from './script-integrity.ts';
import type { Templates } from './templates.ts';

export interface SitePage {
  /** Its file, as a path from the site's folder. */
  readonly file: string;
  /** The template that makes it. */
  readonly template: string;
  /**
   * Equal keys, equal bytes. None where a page says not what it is made of, and so is made each time. It is reckoned
   * when it is first asked for: that takes a while for a large site.
   */
  readonly key: string | undefined;
  /** What `getStaticPaths` gives it. */
  readonly given: unknown;
  readonly render: () => Promise<Uint8Array>;
}

/** What Astro's compiled module exports, as far as it is used here. */
interface CompiledApp extends StaticPathsApp {
  readonly routeCache: NonNullable<StaticPathsApp['routeCache']>;
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { routeData: PathWithRoute['route'] }): Promise<Response>;
}

/** Lists the pages that the templates make of the collections that are offered (collections.ts). */
export async function listPages({ key, entry, styles, scripts }: Templates): Promise<SitePage[]> {
  const { app } = (await import(entry)) as { app: CompiledApp };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([page, own]) => [page, { styles: own }])),
    entrySpecifierToBundleMap: new Map(),
  });
  const silent = { write: () => undefined };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silent } } });

  const pages = new Map<string, SitePage>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const file = fileOf(pathname, route.type);
    const { component } = route;
    const other = pages.get(file);
    if (other) {
      throw new Error(
        `${other.template} and ${component} both make ${file}. Rename one of the two.`,
      );
    }
    const props = app.routeCache.get(route)?.staticPaths.keyed.get(pathname)?.props;
    let own: string | undefined;
    pages.set(file, {
      file,
      template: component,
      get key() {
        // A card's name tells all that could change a point of it: new templates draw none anew.
        if (isCard({ file })) return file;
        return (own ??= props && digestOf([key, component, pathname, props]));
      },
      given: props,
      render: async () => {
        const request = new Request(addressOf(pathname, file));
        const response = await app.render(request, { routeData: route });
        if (!response.ok && component !== notFound) {
          throw new Error(`${component} answered ${response.status} for ${pathname}.`);
        }
        // An endpoint answers for its own bytes: those of a file to carry are listed by their digest.
        return route.type === 'page'
          ? Buffer.from(withPolicy(withIntegrity(await response.text(), scripts)))
          : new Uint8Array(await response.arrayBuffer());
      },
    });
  }
  return [...pages.values()];
}

const notFound = 'src/pages/404.astro';

/**
 * Where a page is written. Hosts look for a file 404.html in the folder that was asked for and then in
 * those above it, so that each edition has its own.
 */
function fileOf(pathname: string, type: string): string {
  const path = pathname.replaceAll(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (/(?:^|\/)404$/.test(path)) return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

// Astro's own build asks for pages by these addresses: see `trailingSlash` in astro.config.mjs.
function addressOf(pathname: string, file: string): URL {
  const path = encodeURI(pathname.replace(/^\//, ''));
  return new URL(
    file.endsWith('.html') && path !== '' ? path.replace(/\/?$/, '/') : path,
    settings.siteUrl,
  );
}
