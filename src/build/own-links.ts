/** Where links of a body lead on this site. */
import { editions } from '#site.ts';

export interface Whereabouts {
  readonly siteUrl: URL;
  /** Of the page that the body stands on: what a relative address counts from. */
  readonly pageUrl: URL;
}

/** The path below the site's own, with a slash before it; undefined for what leads elsewhere. */
export function ownPath(href: string, { siteUrl, pageUrl }: Whereabouts): string | undefined {
  // An address that is written from the root is meant below the site's path.
  const fromRoot = /^\/(?![/\\])/.test(href);
  const url = fromRoot ? new URL(href, siteUrl.origin) : new URL(href, pageUrl);
  if (url.host !== siteUrl.host || !/^https?:$/.test(url.protocol)) return undefined;
  if (!fromRoot && !url.pathname.startsWith(siteUrl.pathname)) return undefined;
  const path = fromRoot ? url.pathname : url.pathname.slice(siteUrl.pathname.length - 1);
  return plainPath(path);
}

/** As servers read it: decoded, with single slashes, and the folder in place of its index. */
function plainPath(path: string): string {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // Not encoded, then.
  }
  return plain.replaceAll(/\/{2,}/g, '/').replace(/\/index\.html$/, '/');
}

/** "<edition>/<slug>" of the article at a path: `/articles/<slug>/`, below the edition's folder. */
export function articleAt(path: string): string | undefined {
  const [, folder = '', slug = ''] = /^(?:\/([^/]+))?\/articles\/(.+?)\/?$/.exec(path) ?? [];
  const edition = editions.find((candidate) => candidate.folder === folder);
  return slug !== '' && edition ? `${edition.id}/${slug}` : undefined;
}
