/** A third edition is one file of words, one entry in src/site.ts, and content: this adds French and builds it. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { OpenPage } from './site-files.ts';

let copy: ProjectCopy;
let site: string;

const entry = `
  {
    id: 'fr',
    folder: 'fr',
    lang: 'fr',
    dir: 'ltr',
    locale: 'fr-FR',
    timeZone: 'Asia/Gaza',
    languageName: 'Français',
    siteName: 'Nouvelles de Gaza',
    tagline: 'Des nouvelles.',
    categories: {
      'gaza-news': { name: 'Gaza', description: 'La bande de Gaza.' },
      'palestine-news': { name: 'Palestine', description: 'La Palestine.' },
      world: { name: 'Monde', description: 'Le monde.' },
    },
  },
];`;

beforeAll(async () => {
  copy = await copyProject();
  const end = '\n];\n\nexport const site = ';
  await copy.change('src/site.ts', end, `${entry}\n\nexport const site = `);

  const words = 'src/i18n/words/fr.ts';
  await copyFile(join(copy.folder, 'src/i18n/words/en.ts'), join(copy.folder, words));
  await copy.change(words, "'Skip to content'", "'Aller au contenu'");
  await copy.change(
    words,
    "one: '# Comment', other: '# Comments'",
    "one: '# commentaire', other: '# commentaires'",
  );

  const stories = join(copy.folder, 'content', 'articles', 'fr');
  await mkdir(stories);
  await writeFile(
    join(stories, 'plain.md'),
    `---
title: Un article simple
description: Rien que le nécessaire.
categories: [palestine-news]
topics: [huile d’olive]
authors: [ada]
publishedAt: 2024-07-01T09:00:00+03:00
---

Un paragraphe.
`,
  );
  site = await copy.build();
});

afterAll(() => copy.remove());

test('a third edition has its pages, its words and its plural forms', () => {
  const page = new OpenPage(site, '/fr/articles/plain/');
  expect(page.one('html').properties).toMatchObject({ lang: 'fr', dir: 'ltr' });
  expect(page.text('body > a')).toBe('Aller au contenu');
  expect(page.text('#comments')).toBe('0 commentaire');
  expect(page.text('main article header time')).toContain('1 juillet 2024');
  expect(new OpenPage(site, '/fr/').text('main h2')).toBe('Un article simple');
  expect(new OpenPage(site, '/fr/404.html').all('h1')).toHaveLength(1);
});

test('every edition leads to the two others', () => {
  const names = (address: string) => new OpenPage(site, address).texts('header a[hreflang]');
  expect(names('/')).toEqual(['العربية', 'Français']);
  expect(names('/ar/')).toEqual(['English', 'Français']);
  expect(names('/fr/')).toEqual(['English', 'العربية']);
});

test('a story in two of three editions has these two as twins', () => {
  const links = new OpenPage(site, '/fr/articles/plain/').all('link[rel=alternate][hreflang]');
  expect(links.map(({ properties }) => properties.hrefLang)).toEqual(['en', 'fr', 'x-default']);
});
