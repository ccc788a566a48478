/** https://microformats.org/wiki/microformats2 */
import { expect, inject, test } from 'vitest';
import { type Microformat, microformatsOf } from './machine-data.ts';
import { OpenPage, pagesOf, textOf } from './site-files.ts';

const { fixture, launch } = inject('sites');
const own = 'https://gaza-palestine-news.example';

function only(page: OpenPage): Microformat {
  const [item, ...others] = microformatsOf(page);
  if (!item || others.length > 0) throw new Error('The page has not one microformat but others.');
  return item;
}

test('an article is an entry with everything that it shows', () => {
  const { type, properties } = only(new OpenPage(fixture, '/articles/everything/'));
  const { content, comment, ...facts } = properties;
  expect(type).toEqual(['h-entry']);
  expect(facts).toEqual({
    name: ['A harbour, a <market> & 3 "bridges"'],
    summary: ['Everything that an article can carry, in one story & with <angle> brackets.'],
    category: ['Palestine News', 'World', 'Harbours', 'olive oil', 'UN'],
    author: [
      expect.objectContaining({
        type: ['h-card'],
        properties: { name: ['Ada Test'], url: [`${own}/authors/ada/`] },
      }),
      expect.objectContaining({ properties: { name: ['Ben Test'], url: [`${own}/authors/ben/`] } }),
    ],
    published: ['2024-07-08T23:30:00Z'],
    updated: ['2024-07-10T05:00:00Z'],
    featured: [
      { alt: 'Ships rose from 3 to 5.', value: expect.stringMatching(/^https:.*\.svg$/) as string },
    ],
    url: [`${own}/articles/everything/`],
  });
  expect(content).toEqual([
    expect.objectContaining({ value: expect.stringMatching(/^The first paragraph/) as string }),
  ]);
  // This parser leaves an address that is only an anchor as it is.
  expect(comment).toMatchObject([
    {
      type: ['h-cite'],
      properties: {
        author: ['قارئ أول'],
        published: ['2024-07-09T06:00:00Z'],
        url: ['#comment-2'],
        content: [{ value: 'تعليق بالعربية.' }],
      },
    },
    {
      properties: {
        author: ['Second <b>Reader</b>'],
        url: ['#comment-1'],
      },
    },
  ]);
});

test('a picture behind a warning is not handed on', () => {
  expect(only(new OpenPage(fixture, '/articles/quiet/')).properties).not.toHaveProperty('featured');
});

test.each(
  [fixture, launch].flatMap((site) =>
    pagesOf(site)
      .filter((file) => /^(?:ar\/)?articles\//.test(file))
      .map((file): [string, OpenPage] => [file, new OpenPage(site, `/${file}`)])
      .filter(([, page]) => page.all('main article').length > 0),
  ),
)('%s is one entry, and what it leads to stands apart', (_file, page) => {
  const { type, properties, children = [] } = only(page);
  expect(type).toEqual(['h-entry']);
  expect(properties['name']).toEqual([page.text('h1')]);
  expect(properties['url']).toEqual([page.attribute('link[rel=canonical]', 'href')]);
  for (const name of ['summary', 'published', 'content'])
    expect(properties[name], name).toHaveLength(1);
  expect(children.map((child) => child.properties['name'])).toEqual(
    page.texts('section[aria-labelledby=see-more] h3').map((title) => [title]),
  );
});

test.each([
  [fixture, '/'],
  [fixture, '/world/'],
  [fixture, '/world/2/'],
  [fixture, '/ar/world/'],
  [fixture, '/topics/archive/'],
  [fixture, '/authors/ben/'],
  [launch, '/'],
  [launch, '/ar/'],
  [launch, '/ar/archive/2024/12/'],
])('%s%s is a feed of the stories that it shows', (site, address) => {
  const page = new OpenPage(site, address);
  const { type, properties, children = [] } = only(page);
  const links = page.all('main article :is(h2, h3) a');
  expect(type).toEqual(['h-feed']);
  expect(properties).toEqual({ name: [page.text('h1')] });
  expect(links.length).toBeGreaterThan(0);
  expect(
    children.map((child) => [child.type, child.properties['name'], child.properties['url']]),
  ).toEqual(
    links.map((link) => [['h-entry'], [textOf(link)], [own + String(link.properties.href)]]),
  );
  for (const { properties: entry } of children) {
    expect(entry['summary']).toHaveLength(1);
    expect(entry['published']).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)]);
  }
});

test('other pages have none', () => {
  for (const address of ['/about/', '/topics/', '/archive/', '/corrections/']) {
    expect(microformatsOf(new OpenPage(fixture, address)), address).toEqual([]);
  }
});
