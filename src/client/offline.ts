/** Lets the site be read without a network: starts the worker, then keeps what it may need. */
import { workerPolicy } from '#lib/trusted-types.ts';

interface OfflineList {
  /** The page for when there is no network, with its scripts. */
  readonly always: readonly string[];
  /** The newest stories, as text. */
  readonly newest: readonly string[];
}

const { list } = document.querySelector<HTMLAnchorElement>('a[data-list]')?.dataset ?? {};

// In the preview, pages change under the reader's eyes. Without HTTPS, there are no workers.
if (import.meta.env.PROD && list && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    // Where a browser refuses to keep things, the site is read as if this were not there.
    start(list).catch(() => undefined);
  });
}

/** As much of Trusted Types as is used here; TypeScript does not know them, nor do older browsers. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (input: string) => string };
}

/** Nothing on the page decides it, and no other is let through: the worker stands beside this script's folder. */
function workerAddress(): string {
  const address = import.meta.url.replace(/_astro\/.*/, 'sw.js');
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(workerPolicy, { createScriptURL: () => address });
  return policy?.createScriptURL('') ?? address;
}

async function start(listAddress: string): Promise<void> {
  const { serviceWorker } = navigator;
  const isFirstVisit = serviceWorker.controller === null;
  const registration = await serviceWorker.register(workerAddress());
  await serviceWorker.ready;
  // The browser asks for a page while the worker still wakes up; older ones cannot.
  const { navigationPreload } = registration as Partial<ServiceWorkerRegistration>;
  await navigationPreload?.enable();
  if (isFirstVisit) await keepThisPage(registration.scope);
  await keepAhead(listAddress, registration.scope);
}

const keep = (cache: Cache, address: string, options: RequestInit): Promise<void> =>
  // A page that a host moved elsewhere could not be shown by the worker.
  cache.add(new Request(address, { mode: 'same-origin', redirect: 'error', ...options }));

/** The worker came too late for the page that brought it; the browser's own cache has it, mostly. */
async function keepThisPage(scope: string): Promise<void> {
  const cache = await openVisited(scope);
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(scope) && /\/(?:_astro|pictures)\//.test(name));
  const from = asksForLess() ? 'only-if-cached' : 'force-cache';
  await Promise.allSettled(
    [location.pathname, ...files].map((address) => keep(cache, address, { cache: from })),
  );
}

const openVisited = (scope: string): Promise<Cache> => caches.open(`visited ${scope}`);

/** Once in a visit. */
async function keepAhead(listAddress: string, scope: string): Promise<void> {
  const done = `kept ${listAddress} ${scope}`;
  if (sessionStorage.getItem(done)) return;
  await idle();
  if (!asksForLess()) {
    const response = await fetch(listAddress, { cache: 'no-cache' });
    if (!response.ok) return;
    const list = (await response.json()) as OfflineList;
    await keepListed(await caches.open(done), list, scope);
  }
  sessionStorage.setItem(done, 'yes');
}

/** An address tells its page's version, so that nothing is fetched twice. */
async function keepListed(
  cache: Cache,
  { always, newest }: OfflineList,
  scope: string,
): Promise<void> {
  const listed = [...always, ...newest];
  const visited = await openVisited(scope);
  try {
    for (const address of listed) {
      if (await cache.match(address)) continue;
      await keep(cache, address, { priority: 'low' });
      // Where the reader opened an earlier version, that copy would be found first.
      const path = withoutVersion(address);
      const news = await cache.match(address);
      if (news && (await visited.match(path))) await visited.put(path, news);
    }
  } catch (error) {
    // Without a network, the next page goes on; on a full device, it would fail again.
    if ((error as Error).name !== 'QuotaExceededError') throw error;
  } finally {
    await letGo(
      cache,
      listed.map((address) => new URL(address, scope).href),
    );
  }
}

const withoutVersion = (address: string): string => address.replace(/\?.*/, '');

/**
 * What is listed no more goes. An earlier version waits until the new one is here, and a script until all is: the
 * network may have gone in between.
 */
async function letGo(cache: Cache, listed: readonly string[]): Promise<void> {
  const kept = (await cache.keys()).map(({ url }) => url);
  const awaited = listed.filter((address) => !kept.includes(address)).map(withoutVersion);
  for (const url of kept) {
    const isNeeded =
      listed.includes(url) ||
      awaited.includes(withoutVersion(url)) ||
      (awaited.length > 0 && url.includes('/_astro/'));
    if (!isNeeded) await cache.delete(url);
  }
}

function asksForLess(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      resolve();
    };
    // A busy page gets its turn after a while; Safari knows no idle time.
    if ('requestIdleCallback' in window) requestIdleCallback(go, { timeout: 2000 });
    else setTimeout(go, 500);
  });
