import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { site } from '#site.ts';
import { listFiles } from './walk.ts';

/**
 * The Content-Security-Policy of a page: nothing but its own styles, by their digests, and this site's
 * pictures. No script may run, whoever wrote it. A meta element cannot say `frame-ancestors`; headers can.
 * https://www.w3.org/TR/CSP3/
 */
export function policyFor(html: string): string {
  const digests = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  const { formAction } = site.comments as { formAction: string };
  return [
    "default-src 'none'",
    `style-src ${digests.length > 0 ? digests.join(' ') : "'none'"}`,
    "img-src 'self'",
    `form-action ${formAction === '' ? "'none'" : new URL(formAction).origin}`,
    "base-uri 'none'",
  ].join('; ');
}

const firstMeta = /<meta charset="utf-8">/i;

/** The page with its policy, before anything that the policy could forbid. */
export function withPolicy(html: string): string {
  if (!firstMeta.test(html))
    throw new Error('A page has no <meta charset="utf-8"> to put its policy behind.');
  return html.replace(
    firstMeta,
    (meta) => `${meta}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`,
  );
}

/** Gives every page that was built its policy. */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const file of await listFiles(folder)) {
        if (!file.endsWith('.html')) continue;
        const path = join(folder, file);
        await writeFile(path, withPolicy(await readFile(path, 'utf8')));
      }
    },
  },
});
