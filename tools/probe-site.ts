/** Asks a running site for one address of each kind, and tells what is wrong with the answers. */
import { answerFaults, type Lifetime } from '#lib/hosts/answer.ts';
import { headersFor, type Redirect, siteRules } from '#lib/hosts/rules.ts';
import { homePath, pagePath, publicFile } from '#lib/urls.ts';
import { settings } from '#settings.ts';
import { editions } from '#site.ts';
import { addressesOf, ask } from './probe-addresses.ts';

export interface Fault {
  readonly path: string;
  readonly fault: string;
}

const base = settings.siteUrl.pathname;
const isSecure = settings.siteUrl.protocol === 'https:';

const rules = siteRules({
  base,
  isSecure,
  strictTransport: '',
  folders: editions.map(({ folder }) => folder),
  policies: new Map(),
  redirects: [],
});

function lifetimeOf(path: string): Lifetime {
  const cache = headersFor(rules, path)['Cache-Control'] ?? '';
  if (cache.includes('immutable')) return 'immutable';
  return cache.includes('max-age=0') ? 'revalidated' : 'brief';
}

/** What a site should not have, in each edition: answered with 404, and with the page that says so. */
async function missingFaults(origin: string): Promise<Fault[]> {
  const found = editions.map(async (edition): Promise<Fault[]> => {
    const path = `${homePath(edition)}no-such-page/`;
    const answer = await ask(origin, path);
    const faults = answerFaults(answer, { status: 404, lifetime: 'brief', isSecure });
    if (!new RegExp(`<html[^>]* lang="${edition.lang}"`).test(answer.body)) {
      faults.push(`A wrong address does not lead to the page 404.html of "${edition.id}".`);
    }
    return faults.map((fault) => ({ path, fault }));
  });
  return (await Promise.all(found)).flat();
}

const permanent = [301, 308];

async function redirectFaults(origin: string, redirects: readonly Redirect[]): Promise<Fault[]> {
  const found = redirects.map(async ({ from, to }): Promise<Fault[]> => {
    const { status, headers } = await ask(origin, from);
    const target = new URL(headers.get('location') ?? '', origin + from).pathname;
    if (permanent.includes(status) && target === to) return [];
    return [
      {
        path: from,
        fault: `It does not lead on to ${to} by itself, but is answered with ${status}.`,
      },
    ];
  });
  return (await Promise.all(found)).flat();
}

/** Whether a download that broke off can go on where it stopped. */
async function sendsParts(origin: string, path: string): Promise<boolean> {
  const { status, body } = await ask(origin, path, {
    range: 'bytes=0-9',
    'accept-encoding': 'identity',
  });
  return status === 206 && body.length <= 10;
}

export interface Probe {
  readonly asked: number;
  readonly faults: readonly Fault[];
  /** Whether a download that broke off can go on: good to have, where files are large. */
  readonly sendsParts: boolean;
}

export async function probeSite(
  origin: string,
  redirects: readonly Redirect[] = [],
): Promise<Probe> {
  const paths = await addressesOf(origin);
  const faults: Fault[] = [];
  for (const path of paths) {
    const answer = await ask(origin, path);
    const found = answerFaults(answer, { lifetime: lifetimeOf(path), isSecure });
    faults.push(...found.map((fault) => ({ path, fault })));
  }
  const [edition = { folder: '' }] = editions;
  const page = pagePath(edition, 'about');
  const withoutSlash = { from: page.slice(0, -1), to: page };
  faults.push(
    ...(await missingFaults(origin)),
    ...(await redirectFaults(origin, [withoutSlash, ...redirects])),
  );
  return {
    asked: paths.length + editions.length + redirects.length + 2,
    faults,
    sendsParts: await sendsParts(origin, publicFile('favicon.svg')),
  };
}
