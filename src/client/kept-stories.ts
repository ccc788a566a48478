/** Fills the page /offline/ with the stories that are on this device. */
import { type KeptPage, readKeptPage } from '#lib/kept-page.ts';

interface KeptStory extends KeptPage {
  readonly path: string;
  readonly isText: boolean;
}

const part = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-offline=${name}]`);
  if (!element) throw new Error(`The page has no ${name}.`);
  return element;
};
const { home = '/', site = '/' } = part('stories').dataset;

/** Browsers that start the worker may be too old for `replaceChildren`. */
function fill(place: HTMLElement, children: readonly HTMLElement[]): void {
  place.textContent = '';
  place.append(...children);
}

/** Says a part's words, or nothing. Text browsers show what HTML hides: so the page holds no words for a time. */
function say(name: string, isSo: boolean): void {
  const place = part(name);
  place.textContent = isSo ? (place.dataset['says'] ?? '') : '';
}

/** Offers what a part's words tell the reader to do, or nothing. */
function offer(name: string, isOpen: boolean, act: () => void): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = part(name).dataset['says'] ?? '';
  button.addEventListener('click', act);
  fill(part(name), isOpen ? [button] : []);
}

/** The slug of the story at an address of this edition, and whether it is there as text. */
function storyAt(pathname: string): { slug: string; isText: boolean } | undefined {
  if (!pathname.startsWith(home)) return undefined;
  const [, text, slug] = /^(text\/)?articles\/([^/]+)\/$/.exec(pathname.slice(home.length)) ?? [];
  return slug === undefined ? undefined : { slug, isText: text !== undefined };
}

/** What this site keeps; another site of the same origin keeps its own. */
const ownCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.endsWith(` ${location.origin}${site}`));

/** Each story once, as a whole page where there is one, newest first. */
async function keptStories(): Promise<KeptStory[]> {
  const stories = new Map<string, KeptStory>();
  for (const name of await ownCaches()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      const found = storyAt(path);
      if (!found || stories.get(found.slug)?.isText === false) continue;
      const html = (await (await cache.match(request))?.text()) ?? '';
      const story = readKeptPage(html);
      if (story) stories.set(found.slug, { path, isText: found.isText, ...story });
    }
  }
  const when = ({ moment }: KeptStory): number => Date.parse(moment?.at ?? '') || 0;
  return [...stories.values()].sort((a, b) => when(b) - when(a));
}

function show(stories: readonly KeptStory[]): void {
  fill(
    part('stories'),
    stories.map(({ path, title, moment }) => {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      const item = document.createElement('li');
      if (moment) {
        const date = document.createElement('time');
        date.dateTime = moment.at;
        date.textContent = moment.words;
        item.append(date);
      }
      item.append(link);
      return item;
    }),
  );
  say('none', stories.length === 0);
}

async function start(): Promise<void> {
  const stories = await keptStories();
  // This page stands in the place of another one: the story may be here as text.
  const asked = storyAt(location.pathname);
  const text = stories.find(({ path }) => storyAt(path)?.slug === asked?.slug);
  if (asked && text && text.path !== location.pathname) {
    location.replace(text.path);
    return;
  }
  const isElsewhere = location.pathname !== `${home}offline/`;
  say('unreached', isElsewhere);
  offer('again', isElsewhere, () => {
    location.reload();
  });
  show(stories);
  offer('delete', (await ownCaches()).length > 0, () => void deleteAll());
}

async function deleteAll(): Promise<void> {
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
  await start();
}

start().catch(() => {
  // A browser that refuses to keep things has kept none.
  show([]);
});
