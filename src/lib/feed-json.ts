import { machineTime } from './dates.ts';
import { type Feed, type FeedItem, writeWithin } from './feed.ts';

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = (feed: Feed): string => writeWithin(feed, write);

const write = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: feed.addresses['feed.json'],
    description: feed.description,
    user_comment: feed.note.text,
    language: feed.edition.lang,
    authors: [{ name: feed.edition.siteName, url: feed.url }],
    hubs: feed.hub === '' ? undefined : [{ type: 'WebSub', url: feed.hub }],
    items: feed.items.map(item),
  });

const item = (story: FeedItem) => ({
  id: story.id,
  url: story.url,
  title: story.title,
  summary: story.summary,
  content_html: story.html,
  image: story.image,
  date_published: machineTime(story.publishedAt),
  date_modified: machineTime(story.changedAt),
  authors: story.authors,
  tags: story.tags,
});
