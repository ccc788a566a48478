// Pages come from the network, or else from this device: docs/offline.md.
const { scope } = registration;
const any = { ignoreSearch: true };
const find = (path) => caches.match(path, any).catch(() => {});

addEventListener('install', skipWaiting);
addEventListener('activate', () => clients.claim());

addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  if (method !== 'GET') return;
  const path = url.split(/[?#]/)[0].replace(scope, './');
  // A dot in the name: a feed or a download.
  if (mode === 'navigate' && /\/[^./]*$/.test(path)) event.respondWith(page(event, path));
  if (/^\.\/(_astro|pictures)\//.test(path))
    event.respondWith(find(path).then((copy) => copy ?? ask(event, path)));
});

async function page(event, path) {
  const answer = ask(event, path);
  const copy = await find(path);
  const late = new Promise((show) => copy && setTimeout(show, 4000, copy));
  return Promise.race([answer, late]).catch(() => copy ?? instead(path));
}

// An edition has its own.
const instead = async (path) =>
  (await find(path.replace(/^(..\w{2,3}\/).*/, '$1offline/'))) ?? find('./offline/');

function ask(event, path) {
  const answer = load(event);
  event.waitUntil(keep(path, answer));
  return answer;
}

const load = async ({ preloadResponse, request }) => (await preloadResponse) ?? fetch(request);

async function keep(path, answer) {
  const copy = (await answer).clone();
  // A story leaves with its text version.
  if (/404|410/.test(copy.status))
    for (const name of await caches.keys())
      for (const place of ['articles', 'text/articles'])
        await (await caches.open(name)).delete(path.replace(/(text\/)?articles/, place), any);
  if (!copy.ok || copy.type !== 'basic') return;
  const cache = await caches.open(`visited ${scope}`);
  const isFull = await cache.put(path, copy).catch(({ name }) => /Quota/.test(name));
  for (const old of (await cache.keys()).slice(0, isFull ? 20 : -200)) await cache.delete(old);
}
