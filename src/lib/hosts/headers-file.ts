/** The files that Cloudflare Pages, Netlify and their like read: _headers and _redirects. */
import { plainFiles } from './content-types.ts';
import { type PublishedSite, type Rule, siteRules } from './rules.ts';

/** Such hosts take no more rules than this, and pass over the rest without a word. */
const mostRules = 100;

/** With more areas than there is room for, the pages of the last ones keep to the policies that they carry. */
function rulesThatFit(site: PublishedSite): Rule[] {
  const rules = siteRules(site);
  const tooMany = Math.max(0, rules.length + plainFiles.length - mostRules);
  const areas = [...site.policies.keys()];
  const left = new Set(
    areas.slice(areas.length - tooMany).map((match) => site.base + match.slice(1)),
  );
  return rules.filter(({ match }) => !left.has(match));
}

export function headersFile(site: PublishedSite): string {
  // Such hosts know types by the endings of names.
  const types = plainFiles.map((file) => ({
    match: site.base + file,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  }));
  return [...rulesThatFit(site), ...types]
    .map(({ match, headers }) =>
      [match, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join(
        '\n',
      ),
    )
    .join('\n');
}

export const redirectsFile = ({ redirects }: PublishedSite): string =>
  redirects.map(({ from, to }) => `${from} ${to} 301\n`).join('');
