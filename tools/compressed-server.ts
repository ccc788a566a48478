/** A static host in its plainest form, which compresses text as hosts do. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { listen, type LocalServer } from '#browser/local-server.ts';

const codings = { br: brotliCompressSync, gzip: gzipSync, identity: (bytes: Buffer) => bytes };
export type Coding = keyof typeof codings;

export const isCoding = (name: string): name is Coding => Object.hasOwn(codings, name);

const texts: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const others: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The folder may come to be later: some builds want to know the address first. Each file is read once. */
export async function serveCompressed(folder: string, coding: Coding): Promise<LocalServer> {
  const bodies = new Map<string, Promise<Buffer>>();

  async function bodyOf(file: string): Promise<Buffer> {
    const bytes = await readFile(file);
    return extname(file) in texts ? codings[coding](bytes) : bytes;
  }

  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(
      folder,
      decodeURIComponent(pathname),
      pathname.endsWith('/') ? 'index.html' : '',
    );
    const kind = extname(file);
    const body = bodies.get(file) ?? bodyOf(file);
    bodies.set(file, body);
    body.then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': texts[kind] ?? others[kind] ?? 'application/octet-stream',
          'content-length': bytes.length,
          ...(kind in texts && coding !== 'identity' && { 'content-encoding': coding }),
        });
        response.end(bytes);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
}
