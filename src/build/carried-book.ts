/** The newest stories as an EPUB 3 book: https://www.w3.org/TR/epub-33/ */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { strToU8, type Zippable } from 'fflate';
import type { Element } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { visit } from 'unist-util-visit';
import { toXml } from 'xast-util-to-xml';
import { wordsOf } from '#i18n/strings.ts';
import { longDate } from '#lib/dates.ts';
import { markup, Markup } from '#lib/markup.ts';
import { absolute, articlePath, editionsPath, homePath } from '#lib/urls.ts';
import type { Edition } from '#site.ts';
import { settings } from '#settings.ts';
import { drawCover } from './carried-cover.ts';
import { type Chapter, chapterFile, mediaType, packageDocument } from './carried-package.ts';
import type { Copy } from './carried-page.ts';
import {
  carriedStory,
  redirectLinks,
  type StoryPage,
  withoutHiddenPictures,
} from './carried-story.ts';

const styles = `body { line-height: 1.5; }
:lang(ar) { line-height: 1.8; }
h1, h2, h3 { line-height: 1.3; page-break-after: avoid; }
.kicker, .meta, figcaption { font-size: 0.9em; }
.standfirst { font-size: 1.15em; }
figure { margin: 1em 0; page-break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.2em 0.6em; border: 1px solid; }
.end { text-align: end; }
ul.cluster { padding: 0; list-style: none; }
`;

/** The files of the book in their order, for a ZIP: the media type comes first, and is not compressed. */
export async function carriedBook(
  site: string,
  pages: readonly StoryPage[],
  copy: Copy,
): Promise<Zippable> {
  const { edition } = copy;
  const carried = new Set(pages.map(({ slug }) => slug));
  const pictures = new Map<string, Uint8Array>();
  const chapters: Chapter[] = [];
  for (const page of pages) chapters.push(await chapter(site, page, edition, carried, pictures));

  const book: Record<string, string | Uint8Array> = {
    'cover.png': await drawCover(copy),
    'cover.xhtml': document(copy.edition, edition.siteName, coverPage(edition)),
    'contents.xhtml': document(edition, wordsOf(edition).contents, contents(chapters, edition)),
    'about.xhtml': document(edition, wordsOf(edition).aboutCopy, about(copy)),
    'book.css': styles,
  };
  for (const { slug, xhtml } of chapters) book[chapterFile(slug)] = xhtml;
  for (const [file, bytes] of pictures) book[`pictures/${file}`] = bytes;
  book['book.opf'] = packageDocument(copy, chapters, [...pictures.keys()]);

  const bytes = (content: string | Uint8Array): Uint8Array =>
    typeof content === 'string' ? strToU8(content) : content;
  return {
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    ...Object.fromEntries(
      Object.entries(book).map(([file, content]) => [`book/${file}`, bytes(content)]),
    ),
  };
}

async function chapter(
  site: string,
  page: StoryPage,
  edition: Edition,
  carried: ReadonlySet<string>,
  pictures: Map<string, Uint8Array>,
): Promise<Chapter> {
  const { slug, title, article } = carriedStory(page);
  withoutHiddenPictures(article);
  redirectLinks(article, {
    edition,
    pageUrl: new URL(absolute(articlePath({ edition, slug }))),
    storyAddress: (other) => (carried.has(other) ? chapterFile(other) : undefined),
    idPrefix: '',
  });
  for (const file of takePictures(article)) {
    const bytes = await readFile(join(site, 'pictures', file));
    pictures.set(file, file.endsWith('.svg') ? strToU8(plainSvg(bytes.toString('utf8'))) : bytes);
  }
  const xml = toXml(toXast(article, { space: 'html' }), { closeEmptyElements: true });
  return { slug, title, xhtml: document(edition, title, new Markup(xml)) };
}

/** Lets the pictures of a story lie beside it; what a book may not hold becomes the words for it. */
function takePictures(article: Element): string[] {
  const files: string[] = [];
  const place = `${settings.siteUrl.pathname}pictures/`;
  visit(article, 'element', (node, index, parent) => {
    if (node.tagName !== 'img' || !parent || index === undefined) return;
    const { src, alt } = node.properties;
    const file = typeof src === 'string' && src.startsWith(place) ? basename(src) : '';
    if (mediaType(file) === undefined) {
      parent.children[index] = { type: 'text', value: typeof alt === 'string' ? alt : '' };
      return;
    }
    node.properties.src = `pictures/${file}`;
    files.push(file);
  });
  return files;
}

/** The schema of books for SVG knows no languages of drawings. */
const plainSvg = (svg: string): string =>
  svg.replace(/<svg\b[^>]*>/, (tag) => tag.replaceAll(/\s(?:xml:)?lang="[^"]*"/g, ''));

const container = markup`<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`.text;

const document = ({ lang, dir }: Edition, title: string, body: Markup): string =>
  markup`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${dir}">
<head><title>${title}</title><link rel="stylesheet" href="book.css"/></head>
<body>
${body}
</body>
</html>
`.text;

const coverPage = ({ siteName }: Edition): Markup =>
  markup`<section epub:type="cover"><img src="cover.png" alt="${siteName}"/></section>`;

const contents = (chapters: readonly Chapter[], edition: Edition): Markup =>
  markup`<nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
<h1 id="contents">${wordsOf(edition).contents}</h1>
<ol>
${chapters.map(({ slug, title }) => markup`<li><a href="${chapterFile(slug)}">${title}</a></li>\n`)}<li><a href="about.xhtml">${wordsOf(edition).aboutCopy}</a></li>
</ol>
</nav>`;

function about({ edition, madeAt }: Copy): Markup {
  const words = wordsOf(edition);
  return markup`<section>
<h1>${words.aboutCopy}</h1>
<p>${words.copyOf(absolute(homePath(edition)), longDate(madeAt, edition))}</p>
<p>${words.copyCheck(absolute(editionsPath(edition)))}</p>
</section>`;
}
