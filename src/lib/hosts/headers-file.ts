/** The files that Cloudflare Pages, Netlify and their like read: _headers and _redirects. */
import { plainFiles } from './content-types.ts';
import { type PublishedSite, siteRules } from './rules.ts';

/** Such hosts take no more rules than this; the rest would be passed over without a word. */
const mostRules = 100;

export function headersFile(site: PublishedSite): string {
  const rules = siteRules(site);
  if (rules.length + plainFiles.length > mostRules) {
    throw new Error(
      `_headers would have ${rules.length} rules, and hosts read ${mostRules}. Let areas of the site share one: src/lib/hosts/.`,
    );
  }
  // Such hosts know types by the endings of names.
  const types = plainFiles.map((file) => ({
    match: site.base + file,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  }));
  return [...rules, ...types]
    .map(({ match, headers }) =>
      [match, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('\n');
}

export const redirectsFile = ({ redirects }: PublishedSite): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
