/** What stands in files, by the ending of their names, where servers do not know it or tell it otherwise. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  // Not the type of each feed's own: with this one, browsers show it. docs/decisions/0013.
  xml: 'application/xml',
  md: 'text/markdown',
  txt: 'text/plain',
  minisig: 'text/plain',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  zip: 'application/zip',
  epub: 'application/epub+zip',
};

/** Text, and so worth compressing and in need of its encoding. */
export const textTypes: readonly string[] = [
  ...new Set(Object.values(contentTypes).filter((type) => /^text\/|[/+](?:json|xml)$/.test(type))),
];

/** Files whose names have no ending, and are text all the same. */
export const plainFiles: readonly string[] = ['SHA256SUMS', 'SHA256SUMS.minisig'];

export function contentTypeOf(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  if (name === '') return 'text/html';
  if (plainFiles.includes(name)) return 'text/plain';
  return contentTypes[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
}
