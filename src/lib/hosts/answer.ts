/** What is wrong with a host's answer, in words for whoever deploys. */
import { contentTypeOf, textTypes } from './content-types.ts';
import { strictness } from './policy.ts';
import { policyOfPage } from './published-page.ts';

export interface Answer {
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** How long copies of a file may be kept. */
export type Lifetime = 'immutable' | 'revalidated' | 'brief';

export interface Expectation {
  readonly status?: number;
  readonly lifetime: Lifetime;
  /** Whether the site is to be reached by https only. */
  readonly isSecure: boolean;
}

const day = 86_400;

function lifetimeFault(headers: Headers, lifetime: Lifetime): string | undefined {
  const cache = headers.get('cache-control') ?? '';
  const seconds = Number(
    /max-age=(\d+)/.exec(cache)?.[1] ?? (/no-(?:cache|store)/.test(cache) ? 0 : NaN),
  );
  const said = cache === '' ? 'It has no Cache-Control' : `Its Cache-Control is "${cache}"`;
  if (lifetime === 'immutable') {
    return seconds >= 30 * day
      ? undefined
      : `${said}: readers load it again and again, although it never changes.`;
  }
  if (Number.isNaN(seconds)) return `${said}: browsers guess for how long they may keep it.`;
  const most = lifetime === 'brief' ? day / 24 : day / 144;
  return seconds <= most
    ? undefined
    : `${said}: readers see what it was before for up to ${Math.round(seconds / 60)} minutes.`;
}

function typeFault(path: string, headers: Headers): string | undefined {
  const expected = contentTypeOf(path);
  const type = headers.get('content-type') ?? '';
  const [media = '', parameters = ''] = type.toLowerCase().split(/;\s*/);
  // Both are registered for each of these, and browsers take them as the same.
  const same: Readonly<Record<string, string>> = {
    'text/xml': 'application/xml',
    'application/javascript': 'text/javascript',
  };
  if ((same[media] ?? media) !== expected && expected !== 'application/octet-stream') {
    return `It is called "${type}" and not ${expected}: browsers and feed readers take it for something else.`;
  }
  const isText = media.startsWith('text/') && media !== 'text/xml';
  if (isText && !/charset="?utf-?8/.test(parameters) && !/html|javascript|css/.test(media)) {
    return `It does not say that it is written in UTF-8 ("${type}"): Arabic may come out as rubbish.`;
  }
  return undefined;
}

const guards: readonly [name: string, right: RegExp, why: string][] = [
  ['x-content-type-options', /^nosniff$/, 'old browsers guess what files are'],
  [
    'referrer-policy',
    /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/,
    'other sites may learn which page a reader came from',
  ],
  ['permissions-policy', /camera=\(\)/, 'a page could ask for the camera'],
  ['cross-origin-opener-policy', /^same-origin$/, 'a page that opened this one keeps a hold on it'],
];

function guardFaults(headers: Headers, isSecure: boolean): string[] {
  const all = isSecure
    ? [
        ...guards,
        [
          'strict-transport-security',
          /max-age=(?:[2-9]\d{7}|1[6-9]\d{6}|\d{9,})/,
          'somebody on the way can lead readers to a copy without https',
        ] as const,
      ]
    : guards;
  return all
    .filter(([name, right]) => !right.test(headers.get(name) ?? ''))
    .map(([name, , why]) => `It has no ${name}, or a weak one: ${why}.`);
}

/** Whether the header's policy guards the page, and leaves it what it needs. */
function policyFaults({ headers, body }: Answer): string[] {
  const header = headers.get('content-security-policy') ?? '';
  const own = policyOfPage(body);
  if (own === undefined)
    return ['The page has no policy of its own: something changed it on the way.'];
  if (header === '')
    return ['It has no Content-Security-Policy: other sites can show it in a frame.'];
  const faults = /frame-ancestors 'none'/.test(header)
    ? []
    : [
        "Its Content-Security-Policy lacks frame-ancestors 'none': other sites can show it in a frame.",
      ];
  const refused = strictness(header, own);
  if (refused.length > 0) {
    faults.push(
      `Its Content-Security-Policy forbids what the page needs (${refused.join(', ')}): write the host's files anew, from this build.`,
    );
  }
  if (/'unsafe-(?:inline|eval|hashes)'/.test(header)) {
    faults.push('Its Content-Security-Policy allows what is unsafe.');
  }
  return faults;
}

/** A worker asks under the policy of its own file, not under those of pages. */
function workerFaults({ path, headers }: Answer): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  if (!path.endsWith('/sw.js') || policy === '' || /connect-src [^;]*'self'/.test(policy))
    return [];
  return ['Its Content-Security-Policy lets it ask for nothing: with it, no page opens any more.'];
}

/** Everything that is wrong with it; nothing for an answer as it should be. */
export function answerFaults(answer: Answer, expectation: Expectation): string[] {
  const { path, status, headers } = answer;
  const { status: expected = 200, lifetime, isSecure } = expectation;
  if (status !== expected) return [`It is answered with ${status}, not with ${expected}.`];
  const isPage = path.endsWith('/') || path.endsWith('.html');
  const faults = [
    lifetimeFault(headers, lifetime),
    expected === 200 ? typeFault(path, headers) : undefined,
  ].filter((fault) => fault !== undefined);
  if (headers.has('set-cookie'))
    faults.push('It sets a cookie. The privacy page says that none is set.');
  // Cloudflare sends Markdown as it is.
  const isText = textTypes.includes(contentTypeOf(path)) && !path.endsWith('.md');
  // Some servers send what they say of errors as it is.
  const isLong = expected === 200 && answer.body.length > 1400;
  if (isText && isLong && !headers.has('content-encoding')) {
    faults.push('It is not compressed: readers pay for up to five times as many bytes.');
  }
  return [
    ...faults,
    ...guardFaults(headers, isSecure),
    ...workerFaults(answer),
    ...(isPage && expected === 200 ? policyFaults(answer) : []),
  ];
}
