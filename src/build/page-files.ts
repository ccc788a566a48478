/** Where pages are written. */

/** What is known of a page's template, as Astro tells it. */
interface Template {
  readonly component: string;
  readonly type: string;
}

/** Whether a template makes the page for addresses that lead nowhere. */
export const isNotFound = (component: string): boolean => /(?:^|\/)404\.astro$/.test(component);

/**
 * Hosts look for a file 404.html in the folder that was asked for and then in those above it, so that each edition has
 * its own. It is known by its template: a list that is long enough has a page 404 too, and a topic may be named so.
 */
export function fileOfPage(pathname: string, { component, type }: Template): string {
  const path = pathname.replaceAll(/^\/|\/$/g, '');
  if (type === 'endpoint') return path;
  if (isNotFound(component)) return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}
