import type { Edition } from '#site.ts';
import { longDate } from './dates.ts';
import { type Feed, feedChangedAt, type FeedItem, writeWithin } from './feed.ts';
import { type Markup, markup } from './markup.ts';
import { publicFile } from './urls.ts';

/**
 * RSS 2.0 (https://www.rssboard.org/rss-specification) with the full text in content:encoded. A style sheet and
 * a few XHTML elements, which feed readers pass over, make it a page for those who open it in a browser:
 * docs/decisions/0013.
 */
export const rss = (feed: Feed): string => writeWithin(feed, write);

const write = (feed: Feed): string => `<?xml version="1.0" encoding="UTF-8"?>
${
  markup`<?xml-stylesheet type="text/css" href="${publicFile('feed.css')}"?>
<rss version="2.0" xml:lang="${feed.edition.lang}" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<channel>
<title>${feed.title}</title>
<link>${feed.url}</link>
<description>${textAsHtml(feed.description)}</description>
<language>${feed.edition.lang}</language>
${feed.items.length > 0 ? markup`<lastBuildDate>${rfc822(feedChangedAt(feed))}</lastBuildDate>` : undefined}
<atom:link rel="self" type="application/rss+xml" href="${feed.addresses['rss.xml']}"/>
${feed.hub === '' ? undefined : markup`<atom:link rel="hub" href="${feed.hub}"/>\n`}<xhtml:p>${feed.note.text} <xhtml:a href="${feed.note.url}">${feed.note.linkText}</xhtml:a></xhtml:p>
${feed.items.map((story) => item(story, feed.edition))}</channel>
</rss>
`.text
}`;

const item = (story: FeedItem, edition: Edition): Markup => markup`<item>
<title>${story.title}</title>
<xhtml:a href="${story.url}">${story.title}</xhtml:a>
<xhtml:small>${longDate(story.publishedAt, edition)}</xhtml:small>
<link>${story.url}</link>
<guid isPermaLink="${String(story.id === story.url)}">${story.id}</guid>
<pubDate>${rfc822(story.publishedAt)}</pubDate>
${story.authors.map(({ name }) => markup`<dc:creator>${name}</dc:creator>\n`)}${story.tags.map((tag) => markup`<category>${tag}</category>\n`)}<description>${textAsHtml(story.summary)}</description>
<content:encoded>${story.html}</content:encoded>
</item>
`;

/** RFC 822 with a year of four digits: "Mon, 08 Jul 2024 23:30:00 GMT". */
const rfc822 = (date: Date): string => date.toUTCString();

/** A description is HTML in RSS: what would be a tag or a reference in it is escaped once more. */
const textAsHtml = (text: string): string =>
  text.replaceAll(/&(?=[#a-z\d])/gi, '&#x26;').replaceAll('<', '&#x3C;');
