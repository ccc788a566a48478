/** Digests of scripts in the pages that load them: https://www.w3.org/TR/sri/ */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By the address of each script. */
export type ScriptDigests = ReadonlyMap<string, string>;

/** Of the scripts that Astro wrote into a folder, for a site whose address has the path `base`. */
export async function scriptDigests(assets: string, base: string): Promise<ScriptDigests> {
  const names = (await readdir(join(assets, '_astro'))).filter((name) => name.endsWith('.js'));
  const digests = new Map<string, string>();
  for (const name of names.sort()) {
    const bytes = await readFile(join(assets, '_astro', name));
    digests.set(
      `${base}_astro/${name}`,
      `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
    );
  }
  return digests;
}

/** The page, whose browser refuses a script that was changed on its way. */
export const withIntegrity = (html: string, digests: ScriptDigests): string =>
  html.replaceAll(/<script type="module" src="([^"]*)"/g, (start, src: string) => {
    const digest = digests.get(src);
    if (digest === undefined)
      throw new Error(`A page loads ${src}, which is no script of this site.`);
    return `${start} integrity="${digest}"`;
  });
