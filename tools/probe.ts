/** npm run probe -- https://example.org/: tells in plain words what is wrong with how a site is served. */
import { fail, UsageError } from './environment.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      // The address under which it is published, where another one is asked: a server on this machine.
      as: { type: 'string' },
      // The folder that is published: its former addresses are asked for too.
      site: { type: 'string' },
    },
  });
  const [given = ''] = positionals;
  if (!/^https?:/.test(given) || !URL.canParse(given)) {
    throw new UsageError('Give the address of the site: npm run probe -- https://example.org/');
  }
  const address = new URL(given);
  // Before anything reads it: addresses stand below its path.
  process.env['SITE_URL'] = values.as ?? address.href;
  const { probeSite } = await import('./probe-site.ts');
  const lines =
    values.site === undefined ? '' : await readFile(join(values.site, '_redirects'), 'utf8');
  const redirects = [...lines.matchAll(/^(\S+) (\S+) 301$/gm)].map(([, from = '', to = '']) => ({
    from,
    to,
  }));
  const { asked, faults, sendsParts } = await probeSite(address.origin, redirects);

  // The same fault of many addresses is one thing to put right.
  const byFault = Map.groupBy(faults, ({ fault }) => fault);
  for (const [fault, places] of byFault) {
    const [first] = places;
    const others = places.length > 1 ? ` (and ${places.length - 1} more)` : '';
    console.log(`${first?.path ?? ''}${others}: ${fault}`);
  }
  if (!sendsParts) {
    console.log('Note: a download that broke off cannot go on here; parts of files are not sent.');
  }
  if (faults.length > 0) {
    console.log('docs/hosts/ says for each host how to put this right.');
    process.exitCode = 1;
  } else console.log(`${asked} addresses asked for. All is as it should be.`);
} catch (error) {
  fail(error);
}
