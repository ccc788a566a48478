/** npm run sign: signs the list of a built site, so that others can tell who published it. */
import { fail } from './environment.ts';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { publicKeyOf, readSecretKey, signatureOf } from '#build/minisign.ts';
import { ChecksumError, checksumFile, signatureFile } from '#lib/checksums.ts';
import { site } from '#site.ts';

/** The key stands outside of the project, or in the environment of the machine that publishes. */
async function secretKeyText(file: string | undefined): Promise<string> {
  const given = process.env['MINISIGN_SECRET_KEY'] ?? '';
  if (file === undefined) {
    if (given === '') {
      throw new ChecksumError(
        'No key to sign with. Name its file with --key, or put its text into MINISIGN_SECRET_KEY: docs/signing.md.',
      );
    }
    return given;
  }
  const place = relative(await realpath('.'), await realpath(file));
  const isOutside = isAbsolute(place) || place.startsWith(`..${sep}`);
  if (!isOutside) {
    throw new ChecksumError(
      `${file} stands in the project, from where it could be published. Keep the key elsewhere.`,
    );
  }
  return readFile(file, 'utf8');
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' } },
  });
  const folder = positionals[0] ?? 'dist';
  const key = readSecretKey(
    await secretKeyText(values.key),
    process.env['MINISIGN_PASSWORD'] ?? '',
  );
  const list = await readFile(join(folder, checksumFile));
  const { site: address, builtAt } = JSON.parse(
    await readFile(join(folder, 'build.json'), 'utf8'),
  ) as { site: string; builtAt: string };
  const seconds = Math.floor(Date.parse(builtAt) / 1000);
  const comment = `timestamp:${seconds}\tfile:${checksumFile}\tsite:${address}`;
  await writeFile(join(folder, signatureFile), signatureOf(list, key, comment));
  console.log(`Signed ${join(folder, checksumFile)} with the key ${publicKeyOf(key)}.`);
  if (site.signingKey !== publicKeyOf(key)) {
    console.log('Readers do not know it yet: put it into src/site.ts as signingKey.');
  }
} catch (error) {
  fail(error);
}
