/** The ways to comment that src/site.ts can choose. That there is none is what the other tests see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBarriers } from './barriers.ts';
import { launchChromium } from '#browser/chromium.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { serveSite } from './serve-site.ts';
import { OpenPage } from './site-files.ts';

const unset = "comments: { formAction: '', mail: '' }";
const withMail = "comments: { formAction: '', mail: 'desk@example.org' }";
const withForm =
  "comments: { formAction: 'https://comments.example.org/post', mail: 'desk@example.org' }";
const address = 'https://gaza-palestine-news.example/articles/everything/';

let copy: ProjectCopy;
let page: OpenPage;
let text: OpenPage;

async function buildWith(from: string, to: string): Promise<void> {
  await copy.change('src/site.ts', from, to);
  const site = await copy.build();
  page = new OpenPage(site, '/articles/everything/');
  text = new OpenPage(site, '/text/articles/everything/');
}

beforeAll(async () => {
  copy = await copyProject();
});

afterAll(() => copy.remove());

describe('with a mail address only', () => {
  beforeAll(() => buildWith(unset, withMail));

  test('a link starts a mail with its subject and the article’s address filled in', () => {
    const url = new URL(
      String(page.attribute('section[aria-labelledby=comments] a[href^=mailto]', 'href')),
    );
    expect(url.pathname).toBe('desk@example.org');
    expect(url.searchParams.get('subject')).toBe(
      'Comment on “A harbour, a <market> & 3 "bridges"”',
    );
    expect(url.searchParams.get('body')).toContain(address);
    expect(page.text('#post-a-comment')).toBe('Post a Comment');
    expect(page.all('form')).toEqual([]);
    expect(text.attribute('section[aria-labelledby=comments] a[href^=mailto]', 'href')).toBe(
      url.href,
    );
  });
});

describe('with an address that takes forms', () => {
  beforeAll(() => buildWith(withMail, withForm));

  test('a form posts there, with the article’s address, a name and a comment', () => {
    expect(page.one('form').properties).toMatchObject({
      method: 'post',
      action: 'https://comments.example.org/post',
    });
    expect(page.attribute('form input[name=article]', 'value')).toBe(address);
    expect(page.all('form [required]').map(({ properties }) => properties.name)).toEqual([
      'name',
      'comment',
    ]);
  });

  test('every field has a label, and the form sends without a script', () => {
    for (const { properties } of page.all('form :is(input:not([type=hidden]), textarea)')) {
      expect(page.text(`label[for=${String(properties.id)}]`)).toMatch(/\S/);
    }
    expect(page.attribute('form button', 'type')).toBe('submit');
    expect(page.all('form script')).toEqual([]);
  });

  test('the text version has the same form', () => {
    const formOf = ({ html }: OpenPage): string | undefined => /<form.*<\/form>/s.exec(html)?.[0];
    expect(formOf(text)).toContain('<textarea');
    expect(formOf(text)).toBe(formOf(page));
  });

  test('a story whose comments are closed has no form', () => {
    expect(new OpenPage(`${copy.folder}/dist`, '/articles/closed/').all('form')).toEqual([]);
  });

  test.each(['/articles/everything/', '/ar/articles/everything/', '/text/articles/everything/'])(
    'axe finds nothing in the form of %s, and its page fits a narrow screen',
    async (address) => {
      const [browser, server] = await Promise.all([
        launchChromium(),
        serveSite(`${copy.folder}/dist`),
      ]);
      try {
        for (const colorScheme of ['light', 'dark'] as const) {
          const window = await browser.newPage({
            viewport: { width: 360, height: 800 },
            colorScheme,
          });
          await window.goto(server.origin + address);
          expect(await findBarriers(window, 'form'), colorScheme).toEqual([]);
          await window.close();
        }
        const narrow = await browser.newPage({ viewport: { width: 320, height: 800 } });
        await narrow.goto(server.origin + address);
        const { scrollWidth, clientWidth } = await narrow.evaluate(() => document.documentElement);
        expect(scrollWidth).toBe(clientWidth);
      } finally {
        await browser.close();
        await server.close();
      }
    },
  );
});
