/** Sitemaps (https://www.sitemaps.org/protocol.html), with links between languages as search engines read them. */
import { editions } from '#site.ts';
import { machineTime } from './dates.ts';
import type { LanguageLink } from './frame.ts';
import { type Markup, markup } from './markup.ts';
import { absolute, sitemapPath } from './urls.ts';

export interface SitemapPage {
  readonly path: string;
  /** When what it shows last changed; none where nobody knows. */
  readonly changedAt?: Date | undefined;
  /** The page in every language that it exists in. */
  readonly links: readonly LanguageLink[];
}

/** The pages of one file. */
export interface SitemapPart {
  readonly name: string;
  readonly pages: readonly SitemapPage[];
}

/**
 * A file may have 50,000 addresses and 50 MB. A page stands with its own address and with those of all its
 * languages, and none of our addresses comes near 1 kB.
 */
export const pagesPerPart = Math.floor(40_000 / (editions.length + 2));

/** A part in as many files as it needs. What comes in order of time fills the last of them only. */
export const splitPart = ({ name, pages }: SitemapPart, most = pagesPerPart): SitemapPart[] =>
  Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => ({
    name: index === 0 ? name : `${name}-${index + 1}`,
    pages: pages.slice(index * most, (index + 1) * most),
  }));

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

const changed = (at: Date | undefined): Markup | undefined =>
  at && markup`<lastmod>${machineTime(at)}</lastmod>`;

export const sitemap = ({ pages }: SitemapPart): string =>
  xmlHead +
  markup`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(entry)}</urlset>
`.text;

const entry = ({ path, changedAt, links }: SitemapPage): Markup =>
  markup`<url><loc>${absolute(path)}</loc>${changed(changedAt)}${links.map(languageLink)}</url>\n`;

const languageLink = ({ hreflang, path }: LanguageLink): Markup =>
  markup`<xhtml:link rel="alternate" hreflang="${hreflang}" href="${absolute(path)}"/>`;

export const sitemapIndex = (parts: readonly SitemapPart[]): string =>
  xmlHead +
  markup`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map(indexEntry)}</sitemapindex>
`.text;

const indexEntry = ({ name, pages }: SitemapPart): Markup =>
  markup`<sitemap><loc>${absolute(sitemapPath(name))}</loc>${changed(newestOf(pages))}</sitemap>\n`;

const newestOf = (pages: readonly SitemapPage[]): Date | undefined =>
  pages.reduce<Date | undefined>(
    (newest, { changedAt: at }) => (at && (!newest || at > newest) ? at : newest),
    undefined,
  );
