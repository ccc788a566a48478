import { expect, test } from 'vitest';
import { words } from '#i18n/words/en.ts';
import { llms } from './llms.ts';
import { arabic, english } from './sample-feed.ts';

const site = 'https://gaza-palestine-news.example';
const pages = [{ slug: 'about', title: 'About [us]', description: 'Who writes.' }];

// https://llmstxt.org/#format: a heading, a quotation, text, and sections that are lists of links.
test('the file has the form that llmstxt.org gives it', () => {
  const text = llms([
    { edition: english, words, pages },
    { edition: arabic, words, pages: [] },
  ]);
  expect(text).toMatch(/^# Gaza & Palestine News\n\n> Sourced reporting[^\n]*\n\n/);
  const [, ...sections] = text.split(/^## /m);
  expect(sections.map((section) => section.split('\n')[0])).toEqual([
    'English',
    'العربية',
    'Optional',
  ]);
  for (const section of sections) {
    const [, ...lines] = section.trim().split(/\n+/);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^- \[.+\]\(https:\/\/\S+\): \S.*$/);
  }
});

test('it names each part of each edition, and where an article is as Markdown', () => {
  const text = llms([
    { edition: english, words, pages },
    { edition: arabic, words, pages: [] },
  ]);
  expect(text).toContain(`[Gaza News](${site}/gaza-news/): What happens in the Gaza Strip`);
  expect(text).toContain(`[أخبار غزة](${site}/ar/gaza-news/)`);
  expect(text).toContain(`[About \\[us\\]](${site}/about/): Who writes.`);
  expect(text).toContain(`[RSS](${site}/ar/rss.xml)`);
  expect(text).toContain(`${site}/articles/SLUG.md`);
  expect(text).toContain(`${site}/sitemap.xml`);
});

test('without an edition there is nothing to tell', () => {
  expect(() => llms([])).toThrow('Add one to src/site.ts');
});
