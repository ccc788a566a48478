/** nginx: what belongs into its `http` block, and what into the site's `server` block. */
import { contentTypes, plainFiles, textTypes } from './content-types.ts';
import { lastingPolicy } from './policy.ts';
import { matchPattern, type PublishedSite, siteRules, usualCache } from './rules.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

const variable = (header: string): string => `$site_${header.toLowerCase().replaceAll('-', '_')}`;

const valueOf = (name: string, value: string): string =>
  name === 'Content-Security-Policy' ? lastingPolicy(value) : value;

/** Values that depend on the path. Headers whose value is empty are not sent. */
export function nginxMaps(site: PublishedSite): string {
  const rules = siteRules(site);
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  return names
    .map((name) => {
      const lines = rules
        .filter(({ headers }) => name in headers)
        .map(
          ({ match, headers }) =>
            `  ${quoted(`~${matchPattern(match)}`)} ${quoted(valueOf(name, headers[name] ?? ''))};`,
        );
      const usual = name === 'Cache-Control' ? usualCache : '';
      return [
        `map $uri ${variable(name)} {`,
        `  default ${quoted(usual)};`,
        ...lines,
        '}',
        '',
      ].join('\n');
    })
    .join('\n');
}

const uncharted = ['html', 'css', 'json', 'txt', 'svg', 'png', 'jpg', 'pdf', 'zip'];

/** nginx means HTML too wherever it is told of types. */
const besideHtml = textTypes.filter((type) => type !== 'text/html');

/** `root`, the names and the certificates are the server's own. */
export function nginxServer(site: PublishedSite): string {
  const names = [...new Set(siteRules(site).flatMap(({ headers }) => Object.keys(headers)))];
  const types = Object.entries(contentTypes).filter(([ending]) => !uncharted.includes(ending));
  const notFound = (folder: string): string =>
    `${site.base}${folder === '' ? '' : `${folder}/`}404.html`;
  return [
    'index index.html;',
    'charset utf-8;',
    `charset_types ${besideHtml.join(' ')};`,
    'absolute_redirect off;',
    '',
    '# The compressed files that the build wrote, or else what is compressed now.',
    'gzip on;',
    'gzip_static on;',
    'gzip_vary on;',
    'gzip_min_length 256;',
    `gzip_types ${besideHtml.join(' ')};`,
    '',
    ...names.map((name) => `add_header ${name} ${variable(name)} always;`),
    '',
    `error_page 404 ${notFound('')};`,
    ...site.folders
      .filter((folder) => folder !== '')
      .map((folder) => `location ${site.base}${folder}/ { error_page 404 ${notFound(folder)}; }`),
    ...types.map(
      ([ending, type]) => `location ~ \\.${ending}$ { types { } default_type ${type}; }`,
    ),
    ...plainFiles.map(
      (file) => `location = ${site.base}${file} { types { } default_type text/plain; }`,
    ),
    ...['_headers', '_redirects', '.htaccess'].map(
      (file) => `location = ${site.base}${file} { return 404; }`,
    ),
    '',
    ...site.redirects.map(
      ({ from, to }) => `location = ${quoted(from)} { return 301 ${quoted(to)}; }`,
    ),
    '',
  ].join('\n');
}
