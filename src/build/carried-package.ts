/** The package document of the book, which names its parts: https://www.w3.org/TR/epub-33/#sec-package-doc */
import { longDate, machineTime } from '#lib/dates.ts';
import { markup, type Markup } from '#lib/markup.ts';
import { absolute, editionsPath, homePath } from '#lib/urls.ts';
import type { Copy } from './carried-page.ts';

const pictureTypes: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Undefined for what a book must not hold without another form beside it, such as AVIF. */
export const mediaType = (file: string): string | undefined =>
  pictureTypes[file.split('.').at(-1) ?? ''];

export interface Chapter {
  readonly slug: string;
  readonly title: string;
  readonly xhtml: string;
}

/** A story may be called "cover" or "about". */
export const chapterFile = (slug: string): string => `story-${slug}.xhtml`;

interface Item {
  readonly id: string;
  readonly href: string;
  readonly type: string;
  readonly properties?: string;
}

const item = ({ id, href, type, properties }: Item): Markup =>
  markup`<item id="${id}" href="${href}" media-type="${type}"${
    properties === undefined ? '' : markup` properties="${properties}"`
  }/>\n`;

export function packageDocument(
  { edition, madeAt }: Copy,
  chapters: readonly Chapter[],
  pictures: readonly string[],
): string {
  const xhtml = 'application/xhtml+xml';
  const home = absolute(homePath(edition));
  const pages = ['cover', 'contents', ...chapters.map(({ slug }) => `story-${slug}`), 'about'];
  const items: Item[] = [
    { id: 'cover-picture', href: 'cover.png', type: 'image/png', properties: 'cover-image' },
    { id: 'cover', href: 'cover.xhtml', type: xhtml },
    { id: 'contents', href: 'contents.xhtml', type: xhtml, properties: 'nav' },
    { id: 'about', href: 'about.xhtml', type: xhtml },
    { id: 'styles', href: 'book.css', type: 'text/css' },
    ...chapters.map(({ slug }) => ({ id: `story-${slug}`, href: chapterFile(slug), type: xhtml })),
    ...pictures.map((file, index) => ({
      id: `picture-${index + 1}`,
      href: `pictures/${file}`,
      type: mediaType(file) ?? '',
    })),
  ];
  return markup`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${edition.lang}" dir="${edition.dir}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${absolute(editionsPath(edition))}#${machineTime(madeAt)}</dc:identifier>
<dc:title>${edition.siteName}, ${longDate(madeAt, edition)}</dc:title>
<dc:language>${edition.lang}</dc:language>
<dc:publisher>${edition.siteName}</dc:publisher>
<dc:source>${home}</dc:source>
<dc:date>${machineTime(madeAt)}</dc:date>
<meta property="dcterms:modified">${machineTime(madeAt)}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
${items.map(item)}</manifest>
<spine page-progression-direction="${edition.dir}">
${pages.map((id) => markup`<itemref idref="${id}"/>\n`)}</spine>
</package>
`.text;
}
