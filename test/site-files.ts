import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';

/** Every file of a built site, as paths from it, in order. */
export const filesOf = (site: string): string[] =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1))
    .sort();

export const pagesOf = (site: string): string[] =>
  filesOf(site).filter((file) => file.endsWith('.html'));

/** What stands in a file; some are compressed. */
export function textIn(site: string, file: string): string {
  const bytes = readFileSync(join(site, file));
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isCompressed ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** An opened page: look for elements, read their text. */
export class OpenPage {
  readonly html: string;
  private readonly tree: Root;

  /** `address` is the page's path on the site, such as "/" or "/about/". */
  constructor(site: string, address: string) {
    this.html = readFileSync(
      join(site, address.endsWith('/') ? `${address}index.html` : address),
      'utf8',
    );
    this.tree = fromHtml(this.html);
  }

  all(selector: string): Element[] {
    return selectAll(selector, this.tree);
  }

  one(selector: string): Element {
    const found = select(selector, this.tree);
    if (!found) throw new Error(`The page has no ${selector}.`);
    return found;
  }

  /** The attribute of the first element that fits. */
  attribute(selector: string, name: string): unknown {
    return this.one(selector).properties[name];
  }

  text(selector: string): string {
    return textOf(this.one(selector));
  }

  texts(selector: string): string[] {
    return this.all(selector).map(textOf);
  }
}

export const textOf = (element: Element): string => toText(element).replaceAll(/\s+/g, ' ').trim();

/** What stands in every file of a built site, to compare whole sites. */
export const contentsOf = (site: string): Map<string, string> =>
  new Map(filesOf(site).map((file) => [file, readFileSync(join(site, file), 'base64')]));
