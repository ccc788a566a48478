/** What a built page tells machines: its structured data and its microformats. */
import { mf2 } from 'microformats-parser';
import { type OpenPage } from './site-files.ts';

export type Value = string | number | boolean | Node | readonly Value[];
export interface Node {
  readonly [property: string]: Value | undefined;
}

/** Every thing in the page's data block. */
export const dataOf = (page: OpenPage): Node[] =>
  page
    .all('script[type="application/ld+json"]')
    .flatMap(({ children: [text] }) =>
      text?.type === 'text' ? (JSON.parse(text.value) as Node[]) : [],
    );

export const typesOf = (page: OpenPage): unknown[] => dataOf(page).map((node) => node['@type']);

/** The thing of a type. */
export function dataOfType(page: OpenPage, type: string): Node {
  const found = dataOf(page).find((node) => node['@type'] === type);
  if (!found) throw new Error(`The page has no ${type}.`);
  return found;
}

/** Every pair of a property and a plain value, however deep. */
export function plainValues(value: Value | undefined, name = ''): [name: string, value: Value][] {
  if (value === undefined) return [];
  if (isList(value)) return value.flatMap((item) => plainValues(item, name));
  if (typeof value !== 'object') return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => plainValues(inner, key));
}

/** The values at a path such as `publisher.logo.url`; a list stands for each of its items. */
export const valuesAt = (value: Value | undefined, path: string): Value[] =>
  path.split('.').reduce<Value[]>(
    (values, name) =>
      values.flatMap((each): readonly Value[] => {
        const inner = typeof each === 'object' && !isList(each) ? each[name] : undefined;
        if (inner === undefined) return [];
        return isList(inner) ? inner : [inner];
      }),
    value === undefined ? [] : [value],
  );

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export type Microformat = ReturnType<typeof mf2>['items'][number];

export const microformatsOf = (page: OpenPage): Microformat[] =>
  mf2(page.html, { baseUrl: String(page.attribute('link[rel=canonical]', 'href')) }).items;
