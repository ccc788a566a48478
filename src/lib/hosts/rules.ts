/**
 * What hosts are told of this site, once for all of them: which headers a response has, how long copies may be
 * kept, where former addresses lead. The files for each host say the same in its own language.
 */
import { headerPolicy, mergedPolicy } from './policy.ts';

export type Headers = Readonly<Record<string, string>>;

/** A rule for what stands at a path: one file, all below a folder (`/cards/*`), any name (`/:name/rss.xml`). */
export interface Rule {
  readonly match: string;
  readonly headers: Headers;
}

export interface Redirect {
  readonly from: string;
  readonly to: string;
}

export interface PublishedSite {
  /** The path of the site's address; begins and ends with a slash. */
  readonly base: string;
  /** Whether the address is one of https. */
  readonly isSecure: boolean;
  /** How long browsers should ask for nothing but https, as Strict-Transport-Security says it. */
  readonly strictTransport: string;
  /** The first segments of the editions' addresses; '' for the one at the root. */
  readonly folders: readonly string[];
  /** The policies of the pages of each area: `/articles/*` holds all of them that stand below articles/. */
  readonly policies: ReadonlyMap<string, ReadonlySet<string>>;
  readonly redirects: readonly Redirect[];
}

/** Every response has these. */
const everywhere = ({ isSecure, strictTransport }: PublishedSite): Headers => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  ...(isSecure ? { 'Strict-Transport-Security': strictTransport } : {}),
});

/** What has no rule of its own is asked for anew each time, and sent only if it changed. */
export const usualCache = 'public, max-age=0, must-revalidate';

/** The name of such a file changes with what stands in it. */
const immutable = 'public, max-age=31536000, immutable';

/** Readers that ask every minute get their copy from nearby. */
const brief = 'public, max-age=300';

const withinSite = { 'Cross-Origin-Resource-Policy': 'same-origin' };
// Feed readers and other places that show a story show its pictures.
const anywhere = { 'Cross-Origin-Resource-Policy': 'cross-origin' };

const joined = (...segments: string[]): string => `/${segments.filter((s) => s !== '').join('/')}`;

/** No two of them give the same header to one path: hosts differ in which one would win. */
export function siteRules(site: PublishedSite): Rule[] {
  const rules: Rule[] = [
    { match: '/*', headers: everywhere(site) },
    ...[...site.policies].map(([match, policies]) => ({
      match,
      headers: {
        'Content-Security-Policy': headerPolicy(mergedPolicy(policies), site.isSecure),
        ...withinSite,
      },
    })),
    { match: '/_astro/*', headers: { 'Cache-Control': immutable, ...withinSite } },
    { match: '/cards/*', headers: { 'Cache-Control': immutable, ...anywhere } },
    {
      match: '/pictures/*',
      // An SVG that is opened by itself runs nothing.
      headers: {
        'Cache-Control': immutable,
        ...anywhere,
        'Content-Security-Policy': "script-src 'none'; sandbox",
      },
    },
    {
      // A worker's requests are its own: the policies of its pages do not speak for them.
      match: '/sw.js',
      headers: {
        'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
        ...withinSite,
      },
    },
    // The newest part of the index, and the others, each in a folder of its own.
    ...site.folders.flatMap((folder) =>
      ['', ':part'].flatMap((part) =>
        ['fragment', 'index', 'filter'].map((kind) => ({
          match: joined(folder, 'search', 'pagefind', part, kind, '*'),
          headers: { 'Cache-Control': immutable },
        })),
      ),
    ),
    ...['rss.xml', 'atom.xml', 'feed.json'].flatMap((file) =>
      ['', ':list', ':edition/:list'].map((place) => ({
        match: joined(place, file),
        headers: { 'Cache-Control': brief, 'Access-Control-Allow-Origin': '*' },
      })),
    ),
  ];
  return rules.map(({ match, headers }) => ({ match: site.base + match.slice(1), headers }));
}

/** What a rule's path looks like, for servers that read regular expressions. */
export function matchPattern(match: string): string {
  const pattern = match
    .split('/')
    .map((segment) =>
      segment.startsWith(':') ? '[^/]+' : segment.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&'),
    )
    .join('/');
  if (pattern.endsWith('/*')) return `^${pattern.slice(0, -1)}`;
  // Servers turn a folder into the page in it before they look at headers.
  return pattern.endsWith('/') ? `^${pattern}(?:index\\.html)?$` : `^${pattern}$`;
}

/** The headers with which a path should be answered. */
export function headersFor(rules: readonly Rule[], path: string): Headers {
  const found = rules.filter(({ match }) => new RegExp(matchPattern(match)).test(path));
  return Object.assign(
    { 'Cache-Control': usualCache },
    ...found.map(({ headers }) => headers),
  ) as Headers;
}
