/** npm run verify -- DIR|ZIP|URL: tells which files of a copy of the site are missing, changed or added. */
import { fail } from './environment.ts';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256Of } from '#build/digest.ts';
import { openCopy, openSingleFile } from '#build/site-copy.ts';
import { verifyCopy, verifyFile } from '#build/verify-copy.ts';
import { checksumFile } from '#lib/checksums.ts';
import { absolute, editionsPath } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { editions, site } from '#site.ts';

function tellSigner(isSigned: boolean | undefined): void {
  console.log(
    isSigned === undefined
      ? 'Who wrote the list was not checked: give the publisher’s public key with --key.'
      : isSigned
        ? 'The list is signed by the key that was given.'
        : 'The list is not signed by the key that was given. Do not trust this copy.',
  );
  if (isSigned === false) process.exitCode = 1;
}

async function tellCopy(place: string, key: string): Promise<void> {
  const copy = await openCopy(place);
  const { checked, missing, changed, added, isSigned } = await verifyCopy(copy, key);
  for (const path of missing) console.log(`missing: ${path}`);
  for (const path of changed) console.log(`changed: ${path}`);
  for (const path of added) console.log(`added: ${path}`);
  const faults = missing.length + changed.length + added.length;
  if (faults === 0) console.log(`All ${checked} files are what the list ${checksumFile} says.`);
  else console.log(`${faults} files are not as the list ${checksumFile} says.`);
  if (copy.names === undefined) {
    console.log(
      'Whether a web site has files that are not in its list cannot be seen from outside.',
    );
  }
  if (faults > 0) process.exitCode = 1;
  tellSigner(isSigned);
}

/** A file to carry has no list in it; the list of the site that offers it has the file. */
async function tellFile(place: string, bytes: Uint8Array, key: string, by = ''): Promise<void> {
  if (by === '') {
    const pages = editions.map((edition) => absolute(editionsPath(edition))).join(' or ');
    console.log(
      [
        `${basename(place)} is no copy of the whole site, but a single file: it has no list ${checksumFile} in it.`,
        `Its SHA-256 is ${sha256Of(bytes)}`,
        `Hold that against the one that stands on ${pages}, or name a copy of the site that has the file: --by ${settings.siteUrl.href}`,
      ].join('\n'),
    );
    process.exitCode = 1;
    return;
  }
  const { path, isSigned } = await verifyFile(bytes, await openCopy(by), key);
  if (path === undefined) {
    console.log(
      `${basename(place)} is not in the list ${checksumFile} of ${by}: it was changed, or the site has a newer one by now.`,
    );
    process.exitCode = 1;
  } else console.log(`${basename(place)} is ${path}, as the list ${checksumFile} of ${by} says.`);
  tellSigner(isSigned);
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', default: site.signingKey },
      // The copy of the site whose list has the file.
      by: { type: 'string' },
    },
  });
  const [place = 'dist'] = positionals;
  const bytes = await openSingleFile(place);
  if (bytes) await tellFile(place, bytes, values.key, values.by);
  else await tellCopy(place, values.key);
} catch (error) {
  fail(error);
}
