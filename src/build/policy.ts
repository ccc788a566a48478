import { createHash } from 'node:crypto';
import { workerPolicy } from '#lib/trusted-types.ts';

// An element's start: values of attributes may hold `>`, and text holds no `<`.
const startTag = /<([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;

/** Where the page's forms lead, as `form-action` names it. */
function formTargets(tags: readonly RegExpExecArray[]): string {
  const targets = tags
    .filter(([, name]) => name === 'form')
    .map(([, , attributes = '']) => / action="([^"]*)"/.exec(attributes)?.[1] ?? '')
    .map((action) => (/^https?:/.test(action) ? new URL(action).origin : "'self'"));
  return targets.length > 0 ? [...new Set(targets)].join(' ') : "'none'";
}

/**
 * The Content-Security-Policy of a page: nothing but what it brings along itself. Its own styles, by their
 * digests; this site's pictures; where its forms lead. Scripts only where the page asks for a file of this
 * site's, a worker only where it starts one, WebAssembly only where it names the index that is searched with
 * it. Where a script runs, it may make no markup, code or address of code out of text, but for the address of
 * the worker: https://www.w3.org/TR/trusted-types/. A meta element cannot say `frame-ancestors`; headers can.
 * https://www.w3.org/TR/CSP3/
 */
export function policyFor(html: string): string {
  const tags = [...html.matchAll(startTag)];
  const has = (name: string, attribute: RegExp): boolean =>
    tags.some(([, tag, attributes = '']) => tag === name && attribute.test(attributes));
  const runs = has('script', / src=/);
  const startsWorker = has('a', / data-list=/);
  const searches = has('form', / data-search-program=/);
  const digests = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${digests.length > 0 ? digests.join(' ') : "'none'"}`,
    `img-src ${html.includes(emptyIcon) ? 'data:' : "'self'"}`,
    ...(runs ? [`script-src 'self'${searches ? " 'wasm-unsafe-eval'" : ''}`] : []),
    ...(searches || startsWorker ? ["connect-src 'self'"] : []),
    ...(startsWorker ? ["worker-src 'self'"] : []),
    ...(runs
      ? [
          "require-trusted-types-for 'script'",
          `trusted-types ${startsWorker ? workerPolicy : "'none'"}`,
        ]
      : []),
    `form-action ${formTargets(tags)}`,
    "base-uri 'none'",
  ].join('; ');
}

/** The text edition's icon, of no bytes: a page that has it shows no picture. */
const emptyIcon = '<link rel="icon" href="data:,">';

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
