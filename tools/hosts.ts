/** npm run hosts: writes what nginx and Caddy have to know of a built site, for the folder of their settings. */
import { fail } from './environment.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readPublishedSite } from '#build/host-files.ts';
import { caddySnippet } from '#lib/hosts/caddy.ts';
import { nginxMaps, nginxServer } from '#lib/hosts/nginx.ts';

try {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: 'dist' },
      to: { type: 'string', default: 'hosts' },
    },
  });
  const published = await readPublishedSite(values.site);
  const files = {
    'nginx-http.conf': nginxMaps(published),
    'nginx-server.conf': nginxServer(published),
    'site.caddy': caddySnippet(published),
  };
  await mkdir(values.to, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(values.to, name), text);
  console.log(`Wrote ${Object.keys(files).join(', ')} into ${values.to}. See docs/hosts/.`);
} catch (error) {
  fail(error);
}
