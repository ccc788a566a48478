import { machineTime } from './dates.ts';
import { type Feed, feedChangedAt, type FeedItem, writeWithin } from './feed.ts';
import { type Markup, markup } from './markup.ts';

/** The Atom Syndication Format (RFC 4287). */
export const atom = (feed: Feed): string => writeWithin(feed, write);

const write = (feed: Feed): string => `<?xml version="1.0" encoding="UTF-8"?>
${
  markup`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.edition.lang}">
<id>${feed.addresses['atom.xml']}</id>
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<updated>${machineTime(feedChangedAt(feed))}</updated>
<link rel="alternate" type="text/html" href="${feed.url}"/>
<link rel="self" type="application/atom+xml" href="${feed.addresses['atom.xml']}"/>
${feed.hub === '' ? undefined : markup`<link rel="hub" href="${feed.hub}"/>\n`}${feed.items.map(entry)}</feed>
`.text
}`;

const entry = (story: FeedItem): Markup => markup`<entry>
<id>${story.id}</id>
<title>${story.title}</title>
<link rel="alternate" type="text/html" href="${story.url}"/>
<published>${machineTime(story.publishedAt)}</published>
<updated>${machineTime(story.changedAt)}</updated>
${story.authors.map(({ name, url }) => markup`<author><name>${name}</name><uri>${url}</uri></author>\n`)}${story.tags.map((tag) => markup`<category term="${tag}"/>\n`)}<summary>${story.summary}</summary>
<content type="html">${story.html}</content>
</entry>
`;
