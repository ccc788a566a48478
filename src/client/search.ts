/**
 * Takes the search form over from the search engine that it leads to without this script. Nothing is loaded
 * before the reader turns to the form, or comes with a query in the address.
 */
import { countOf, type Plural } from '#lib/plural.ts';
import { readSearch, type Search, searchAddress } from '#lib/search-address.ts';
import { resultItem } from './result-list.ts';
import { type FoundStory, StoryIndex } from './story-index.ts';

/** What the page says; `#` in two of them stands for a number and for what was looked for. */
export interface SearchWords {
  readonly found: Plural;
  readonly foundNothing: string;
  readonly searching: string;
  readonly searchFailed: string;
}

/** Stories that are shown at once. */
const batch = 10;

function take<T extends Element>(kind: new () => T, selector: string): T {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The search page has no ${selector}.`);
  return element;
}

const form = take(HTMLFormElement, 'form[data-search-program]');
const query = take(HTMLInputElement, '#search-words');
const category = take(HTMLSelectElement, '#search-category');
const year = take(HTMLSelectElement, '#search-year');
const status = take(HTMLElement, '[role="status"]');
const list = take(HTMLOListElement, '#results');
const more = take(HTMLButtonElement, '#more-results');

const words = JSON.parse(form.dataset['words'] ?? '') as SearchWords;
const locale = form.dataset['locale'] ?? 'en';
const pageTitle = document.title;
const index = new StoryIndex(
  form.dataset['searchProgram'] ?? '',
  (form.dataset['searchParts'] ?? '').split(' ').filter(Boolean),
);

type Result = Awaited<ReturnType<StoryIndex['find']>>[number];
let waiting: readonly Result[] = [];
/** What came of the search. */
let outcome = '';
/** The query of the address that is answered. */
let answered = '';
/** Counts searches, so that an answer that is overtaken by a newer question is dropped. */
let latest = 0;
/** The search of which more is on its way. */
let bringing = 0;

function clear(): void {
  waiting = [];
  list.textContent = '';
  more.hidden = true;
}

/** Shows the next stories, and returns the first of them. */
function showStories(stories: readonly FoundStory[]): HTMLLIElement | undefined {
  const items = stories.map(resultItem);
  list.append(...items);
  more.hidden = waiting.length === 0;
  return items[0];
}

/** Takes the next stories; where they do not arrive, they wait again. */
async function nextStories(): Promise<FoundStory[]> {
  const next = waiting.slice(0, batch);
  const rest = waiting.slice(batch);
  waiting = rest;
  try {
    return await Promise.all(next.map((result) => result.data()));
  } catch (error) {
    if (waiting === rest) waiting = [...next, ...rest];
    throw error;
  }
}

async function answer(search: Search): Promise<void> {
  const mine = ++latest;
  clear();
  document.title = search.query === '' ? pageTitle : `${search.query} – ${pageTitle}`;
  if (search.query === '') {
    status.textContent = '';
    return;
  }
  status.textContent = words.searching;
  const filters = Object.entries({ category: search.category, year: search.year }).filter(
    ([, value]) => value !== '',
  );
  try {
    const results = await index.find(search.query, Object.fromEntries(filters));
    if (mine !== latest) return;
    waiting = results;
    const stories = await nextStories();
    if (mine !== latest) return;
    showStories(stories);
    outcome =
      results.length > 0
        ? countOf(results.length, words.found, { locale })
        : words.foundNothing.replace('#', () => search.query);
    status.textContent = outcome;
  } catch (error) {
    if (mine !== latest) return;
    clear();
    fail(error);
  }
}

function fail(error: unknown): void {
  console.warn(error);
  status.textContent = words.searchFailed;
}

/** The search that an address asks for, shown in the form. A filter that there is not counts as none. */
function searchOf(address: string): Search {
  answered = location.search;
  const search = readSearch(address);
  query.value = search.query;
  category.value = search.category;
  year.value = search.year;
  for (const filter of [category, year]) if (filter.selectedIndex === -1) filter.value = '';
  return { ...search, category: category.value, year: year.value };
}

function start(): void {
  const address = searchAddress(location.href, {
    query: query.value.trim(),
    category: category.value,
    year: year.value,
  });
  if (address !== location.href) history.pushState(null, '', address);
  void answer(searchOf(address));
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  start();
});
for (const filter of [category, year]) {
  filter.addEventListener('change', () => {
    if (query.value.trim() !== '') start();
  });
}
more.addEventListener('click', () => {
  // Asked again while they are on their way, they come once.
  if (bringing === latest) return;
  const asked = latest;
  bringing = asked;
  void nextStories()
    .then((stories) => {
      if (asked !== latest) return;
      // Where the button was, reading goes on with the first new story.
      showStories(stories)?.querySelector('a')?.focus();
      status.textContent = outcome;
    })
    .catch((error: unknown) => {
      if (asked === latest) fail(error);
    })
    .finally(() => {
      if (bringing === asked) bringing = 0;
    });
});
query.addEventListener(
  'focus',
  () => {
    index.open().catch(() => undefined);
  },
  { once: true },
);
addEventListener('popstate', () => {
  // A link within the page asks for nothing new.
  if (location.search !== answered) void answer(searchOf(location.href));
});

for (const element of form.querySelectorAll('[data-with-script]')) {
  element.toggleAttribute('hidden', element.getAttribute('data-with-script') === 'hide');
}
for (const filter of [category, year]) filter.disabled = false;
void answer(searchOf(location.href));
