import type { AstroIntegration } from 'astro';
import { searchPath } from '#lib/urls.ts';
import { newestPart } from '#lib/search-parts.ts';
import type { SearchRecord } from '#lib/search-record.ts';
import { editions } from '#site.ts';
import { searchIndex } from './search-index.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** The index of the newest records that were asked for, by their text. */
const made = new Map<string, { readonly records: string; readonly files: Promise<Files> }>();

async function filesFor(list: string, lang: string, origin: string): Promise<Files> {
  const records = await (await fetch(origin + list)).text();
  const known = made.get(list);
  if (known?.records === records) return known.files;
  const files = searchIndex(JSON.parse(records) as SearchRecord[], { lang }).then(
    (list) => new Map(list.map(({ path, content }) => [path, content])),
  );
  made.set(list, { records, files });
  return files;
}

/** Lets the live preview be searched, drafts included: the index is made when the search page asks for it. */
export const devSearch = (): AstroIntegration => ({
  name: 'dev-search',
  hooks: {
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.originalUrl ?? '/', 'http://localhost');
        const edition = editions.find((one) => pathname.startsWith(`${searchPath(one)}pagefind/`));
        if (!edition) {
          next();
          return;
        }
        const place = searchPath(edition);
        const [, part = newestPart, path = ''] =
          /^(?:(\d{3,4}[^/]*)\/)?(.*)$/.exec(pathname.slice(`${place}pagefind/`.length)) ?? [];
        filesFor(
          `${place}records/${part}.json`,
          edition.lang,
          `http://${request.headers.host ?? 'localhost'}`,
        )
          .then((files) => {
            const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
            response.writeHead(files.has(path) ? 200 : 404, { 'content-type': type });
            response.end(files.get(path));
          })
          .catch(next);
      });
    },
  },
});
