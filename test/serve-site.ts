import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { listen, type LocalServer } from '#browser/local-server.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/** What has a digest in its name never changes; the rest is asked for again at every visit. */
const cacheControl = (file: string): string =>
  /[._][\w-]{8,10}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * A static host in its plainest form: files, index.html for folders, 404.html for the rest. The site may stand
 * below a path, which ends in a slash.
 */
export const serveSite = (site: string, base = '/'): Promise<LocalServer> =>
  listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // What stands beside the site is not there.
    const inSite = pathname.startsWith(base) ? pathname.slice(base.length - 1) : '/404.html/';
    void answer(site, inSite, response);
  });

export async function answer(
  site: string,
  pathname: string,
  response: ServerResponse,
): Promise<void> {
  try {
    const folder = pathname.endsWith('/') ? 'index.html' : '';
    const file = join(site, decodeURIComponent(pathname), folder);
    const body = await readFile(file);
    response
      .writeHead(200, {
        'content-type': types[extname(file)] ?? 'text/plain',
        'cache-control': cacheControl(file),
      })
      .end(body);
  } catch {
    response
      .writeHead(404, { 'content-type': types['.html'] })
      .end(await readFile(join(site, '404.html')));
  }
}
