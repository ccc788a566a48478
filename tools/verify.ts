/** npm run verify -- DIR|ZIP|URL: tells which files of a copy of the site are missing, changed or added. */
import { fail } from './environment.ts';
import { parseArgs } from 'node:util';
import { openCopy } from '#build/site-copy.ts';
import { verifyCopy } from '#build/verify-copy.ts';
import { site } from '#site.ts';

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', default: site.signingKey } },
  });
  const copy = await openCopy(positionals[0] ?? 'dist');
  const { checked, missing, changed, added, isSigned } = await verifyCopy(copy, values.key);
  for (const path of missing) console.log(`missing: ${path}`);
  for (const path of changed) console.log(`changed: ${path}`);
  for (const path of added) console.log(`added: ${path}`);
  const faults = missing.length + changed.length + added.length;
  if (faults === 0) console.log(`All ${checked} files are what the list SHA256SUMS says.`);
  else console.log(`${faults} files are not as the list SHA256SUMS says.`);
  if (copy.names === undefined) {
    console.log(
      'Whether a web site has files that are not in its list cannot be seen from outside.',
    );
  }
  console.log(
    isSigned === undefined
      ? 'Who wrote the list was not checked: give the publisher’s public key with --key.'
      : isSigned
        ? 'The list is signed by the key that was given.'
        : 'The list is not signed by the key that was given. Do not trust this copy.',
  );
  if (faults > 0 || isSigned === false) process.exitCode = 1;
} catch (error) {
  fail(error);
}
