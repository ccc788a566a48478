/** What a page of this site tells of the story on it. */
export interface KeptPage {
  readonly title: string;
  /** When it was published, as machines write it and in words; undefined where the page does not say. */
  readonly moment: { readonly at: string; readonly words: string } | undefined;
}

/** How Astro writes what would be markup. */
const written: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

// This runs in every browser that starts the worker: those of 2020 know neither `replaceAll` nor the flag `s`.
/** The first element of that name: its attributes, and its text, in which no more than names are marked up. */
function element(html: string, name: string): readonly [attributes: string, text: string] {
  const [, attributes = '', inner = ''] =
    new RegExp(`<${name}((?:"[^"]*"|[^>"])*)>([^]*?)</${name}>`).exec(html) ?? [];
  const text = inner
    .replace(/<[^>]*>/g, '')
    .replace(/&([#\w]+);/g, (reference, of: string) => written[of] ?? reference);
  return [attributes, text.trim()];
}

/**
 * Reads a page as this site writes it; undefined for one without a headline, or that only leads on to another.
 * A browser's own parser would want leave from Trusted Types, to take in whatever a page holds.
 */
export function readKeptPage(html: string): KeptPage | undefined {
  if (html.includes('<meta http-equiv="refresh"')) return undefined;
  const main = html.slice(html.indexOf('<main'));
  const [, title] = element(main, 'h1');
  if (title === '') return undefined;
  const [attributes, words] = element(main, 'time');
  const [, at] = / datetime="([^"]*)"/.exec(attributes) ?? [];
  return { title, moment: at === undefined ? undefined : { at, words } };
}
