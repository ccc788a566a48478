/** Fills the page /offline/ with the stories that are on this device. */

interface KeptStory {
  readonly path: string;
  readonly isText: boolean;
  readonly title: string;
  readonly time: HTMLTimeElement | null;
}

const part = (name: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(`[data-offline=${name}]`);
  if (!element) throw new Error(`The page has no ${name}.`);
  return element;
};
const { home = '/', site = '/' } = part('stories').dataset;

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
      // Not the head: this page's policy forbids the other page's styles.
      const body = html.slice(html.indexOf('<body'));
      const page = new DOMParser().parseFromString(body, 'text/html');
      const title = page.querySelector('h1')?.textContent.trim();
      // A story that has moved leaves a page behind that only leads on.
      if (!title || html.includes('<meta http-equiv="refresh"')) continue;
      const time = page.querySelector<HTMLTimeElement>('main time');
      stories.set(found.slug, { path, isText: found.isText, title, time });
    }
  }
  const moment = ({ time }: KeptStory): number => Date.parse(time?.dateTime ?? '') || 0;
  return [...stories.values()].sort((a, b) => moment(b) - moment(a));
}

function show(stories: readonly KeptStory[]): void {
  part('stories').replaceChildren(
    ...stories.map(({ path, title, time }) => {
      const link = document.createElement('a');
      link.href = path;
      link.textContent = title;
      const date = document.createElement('time');
      date.dateTime = time?.dateTime ?? '';
      date.textContent = time?.textContent ?? '';
      const item = document.createElement('li');
      item.append(...(time ? [date, link] : [link]));
      return item;
    }),
  );
  part('stories').hidden = stories.length === 0;
  part('none').hidden = stories.length > 0;
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
  part('unreached').hidden = location.pathname === `${home}offline/`;
  show(stories);
  part('delete').hidden = (await ownCaches()).length === 0;
}

part('again').addEventListener('click', () => {
  location.reload();
});
part('delete').addEventListener('click', () => {
  void ownCaches()
    .then((names) => Promise.all(names.map((name) => caches.delete(name))))
    .then(start);
});
start().catch(() => {
  // A browser that refuses to keep things has kept none.
  show([]);
});
