/** Apache: a file .htaccess in the site's own folder, which travels with the pages. */
import { contentTypes, plainFiles, textTypes } from './content-types.ts';
import { matchPattern, type PublishedSite, siteRules, usualCache } from './rules.ts';

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

const condition = (match: string): string =>
  match === '/*' ? '' : ` ${quoted(`expr=%{REQUEST_URI} =~ m#${matchPattern(match)}#`)}`;

export function apacheFile(site: PublishedSite): string {
  const headers = siteRules(site).flatMap((rule) =>
    Object.entries(rule.headers).map(
      ([name, value]) => `  Header always set ${name} ${quoted(value)}${condition(rule.match)}`,
    ),
  );
  const folders = site.folders.filter((folder) => folder !== '');
  return [
    'DirectoryIndex index.html',
    'Options -Indexes',
    `ErrorDocument 404 ${site.base}404.html`,
    ...folders.flatMap((folder) => [
      `<If "%{REQUEST_URI} =~ m#^${site.base}${folder}/#">`,
      `  ErrorDocument 404 ${site.base}${folder}/404.html`,
      '</If>',
    ]),
    'AddDefaultCharset utf-8',
    ...Object.entries(contentTypes).map(([ending, type]) => `AddType ${type} .${ending}`),
    `AddCharset utf-8 ${Object.entries(contentTypes)
      .filter(([, type]) => textTypes.includes(type))
      .map(([ending]) => `.${ending}`)
      .join(' ')}`,
    ...plainFiles.map((file) => `<Files ${file}>\n  ForceType text/plain\n</Files>`),
    '<FilesMatch "^_(?:headers|redirects)$">\n  Require all denied\n</FilesMatch>',
    '<IfModule mod_headers.c>',
    `  Header always set Cache-Control ${quoted(usualCache)}`,
    ...headers,
    '</IfModule>',
    '<IfModule mod_filter.c>',
    '  <IfModule mod_brotli.c>',
    `    AddOutputFilterByType BROTLI_COMPRESS ${textTypes.join(' ')}`,
    '  </IfModule>',
    '  <IfModule mod_deflate.c>',
    `    AddOutputFilterByType DEFLATE ${textTypes.join(' ')}`,
    '  </IfModule>',
    '</IfModule>',
    '<IfModule mod_alias.c>',
    ...site.redirects.map(
      ({ from, to }) => `  RedirectMatch 301 ${quoted(matchPattern(from))} ${quoted(to)}`,
    ),
    '</IfModule>',
    '',
  ].join('\n');
}
