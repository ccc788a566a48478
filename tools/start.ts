/** npm start: builds the site and serves it on this machine. */
import { fail } from './environment.ts';
import { preview } from 'astro';
import { settings } from '#settings.ts';
import { buildSite } from './build.ts';

try {
  await buildSite('dist');
  const { port } = await preview({ logLevel: 'error' });
  console.log(`Read it at http://localhost:${port}${settings.siteUrl.pathname}. Stop with Ctrl+C.`);
} catch (error) {
  fail(error);
}
