/** Caddy: a snippet for the site's block in the Caddyfile. */
import { contentTypes, plainFiles, textTypes } from './content-types.ts';
import { lastingPolicy } from './policy.ts';
import { matchPattern, type PublishedSite, type Rule, siteRules, usualCache } from './rules.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

const matcher = ({ match }: Rule): string => `path_regexp ${quoted(matchPattern(match))}`;

const valueOf = (name: string, value: string): string =>
  name === 'Content-Security-Policy' ? lastingPolicy(value) : value;

/** To be imported once, and then named in the site's block beside its `root`. */
export function caddySnippet(site: PublishedSite): string {
  const rules = siteRules(site).flatMap((rule, number) => [
    `  @rule${number} ${matcher(rule)}`,
    `  header @rule${number} {`,
    ...Object.entries(rule.headers).map(
      ([name, value]) => `    ${name} ${quoted(valueOf(name, value))}`,
    ),
    '  }',
  ]);
  const types = Object.entries(contentTypes).map(([ending, type]) => {
    const charset = textTypes.includes(type) ? '; charset=utf-8' : '';
    return `  header *.${ending} Content-Type ${quoted(type + charset)}`;
  });
  const folders = site.folders.filter((folder) => folder !== '');
  return [
    '(site) {',
    `  header ?Cache-Control ${quoted(usualCache)}`,
    ...rules,
    ...types,
    ...plainFiles.map(
      (file) => `  header ${site.base}${file} Content-Type "text/plain; charset=utf-8"`,
    ),
    ...site.redirects.map(({ from, to }) => `  redir ${from} ${to} 301`),
    `  @private path ${['_headers', '_redirects', '.htaccess'].map((file) => site.base + file).join(' ')}`,
    '  error @private 404',
    '  encode zstd gzip',
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '  handle_errors {',
    ...folders.flatMap((folder) => [
      `    @${folder} path ${site.base}${folder}/*`,
      `    rewrite @${folder} ${site.base}${folder}/404.html`,
    ]),
    `    @others not path ${[...folders.map((folder) => `${site.base}${folder}/*`), '/none'].join(' ')}`,
    `    rewrite @others ${site.base}404.html`,
    `    header Cache-Control ${quoted(usualCache)}`,
    '    header Content-Type "text/html; charset=utf-8"',
    '    encode zstd gzip',
    '    file_server',
    '  }',
    '}',
    '',
  ].join('\n');
}
