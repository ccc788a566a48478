/** Every page of the site, with what it depends on, ready to be rendered by the compiled templates. */
import type { PathWithRoute } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { settings } from '#settings.ts';
import { digestOf } from './digest.ts';
import { fileOfPage, isNotFound } from './page-files.ts';
import { isCard } from './page-kinds.ts';
import { withPolicy } from './policy.ts';
import { codeDigest, isOfCards } from './project-files.ts';
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
export async function listPages(templates: Templates): Promise<SitePage[]> {
  const drawing = await codeDigest(isOfCards);
  const { entry, styles } = templates;
  const { app } = (await import(entry)) as { app: CompiledApp };
  app.setInternals({
    pagesByKeys: new Map(styles.map(([page, own]) => [page, { styles: own }])),
    entrySpecifierToBundleMap: new Map(),
  });
  const silent = { write: () => undefined };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: silent } } });

  const press = { app, templates, drawing };
  const pages = new Map<string, SitePage>();
  for (const path of await new StaticPaths(app).getAll()) {
    const page = new ListedPage(press, path);
    const { file, template } = page;
    const other = pages.get(file);
    if (other) {
      throw new Error(
        `${other.template} and ${template} both make ${file}. Rename one of the two.`,
      );
    }
    pages.set(file, page);
  }
  return [...pages.values()];
}

/** What pages are rendered by. */
interface Press {
  readonly app: CompiledApp;
  readonly templates: Templates;
  /** Tells the code that draws cards. */
  readonly drawing: string;
}

/** A class, for there are half a million of them in a large archive: each is one object, and no functions of its own. */
class ListedPage implements SitePage {
  readonly file: string;
  readonly template: string;
  readonly given: unknown;
  readonly #press: Press;
  readonly #path: PathWithRoute;
  #key: string | undefined;

  constructor(press: Press, path: PathWithRoute) {
    const { pathname, route } = path;
    this.#press = press;
    this.#path = path;
    this.file = fileOfPage(pathname, route);
    this.template = route.component;
    this.given = press.app.routeCache.get(route)?.staticPaths.keyed.get(pathname)?.props;
  }

  get key(): string | undefined {
    // A card's name tells what stands on it: new templates draw none anew, but for those that draw.
    if (isCard(this)) return `${this.file} ${this.#press.drawing}`;
    if (this.given === undefined) return undefined;
    return (this.#key ??= digestOf([
      this.#press.templates.key,
      this.template,
      this.#path.pathname,
      this.given,
    ]));
  }

  async render(): Promise<Uint8Array> {
    const { app, templates } = this.#press;
    const { pathname, route } = this.#path;
    const request = new Request(addressOf(pathname, this.file));
    const response = await app.render(request, { routeData: route });
    if (!response.ok && !isNotFound(this.template)) {
      throw new Error(`${this.template} answered ${response.status} for ${pathname}.`);
    }
    // An endpoint answers for its own bytes: those of a file to carry are listed by their digest.
    return route.type === 'page'
      ? Buffer.from(withPolicy(withIntegrity(await response.text(), templates.scripts)))
      : new Uint8Array(await response.arrayBuffer());
  }
}

// Astro's own build asks for pages by these addresses: see `trailingSlash` in astro.config.mjs.
function addressOf(pathname: string, file: string): URL {
  const path = encodeURI(pathname.replace(/^\//, ''));
  return new URL(
    file.endsWith('.html') && path !== '' ? path.replace(/\/?$/, '/') : path,
    settings.siteUrl,
  );
}
