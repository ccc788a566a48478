/** An article on paper. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';

let browser: Browser;
let fixture: LocalServer;

beforeAll(async () => {
  [browser, fixture] = await Promise.all([launchChromium(), serveSite(inject('sites').fixture)]);
});

afterAll(async () => {
  await browser.close();
  await fixture.close();
});

describe.each([
  {
    address: '/articles/everything/',
    colorScheme: 'light',
    parts: [
      'Offer',
      'By Ada Test',
      'Published 9 July 2024',
      'Five ships',
      'Clarification',
      'Sources',
    ],
    missing: ['Skip to content', 'Search', 'Text version', 'See more', '2 Comments', 'About'],
  },
  {
    address: '/ar/articles/everything/',
    colorScheme: 'dark',
    parts: ['نُشر في 9 تموز 2024', 'المصادر'],
    missing: ['انتقل إلى المحتوى', 'البحث', 'النسخة النصية', 'اقرأ أيضًا', '3 تعليقات'],
  },
] as const)(
  '$address, printed in a $colorScheme scheme',
  ({ address, colorScheme, ...expected }) => {
    let page: Page;

    beforeAll(async () => {
      page = await browser.newPage({ colorScheme, viewport: { width: 700, height: 990 } });
      await page.emulateMedia({ media: 'print', colorScheme });
      await page.goto(fixture.origin + address);
    });

    afterAll(() => page.close());

    test('is the article with its address and date, and no navigation', async () => {
      const text = await page.locator('body').innerText();
      for (const part of [...expected.parts, `https://gaza-palestine-news.example${address}`]) {
        expect(text).toContain(part);
      }
      for (const part of expected.missing) expect(text).not.toContain(part);
      expect(await page.locator('nav:visible, form:visible, button:visible').count()).toBe(0);
    });

    test('is black on white', async () => {
      const colours = await page.evaluate(() => {
        const text = ['html', 'h1', '.prose p', '.prose a', 'td'];
        return {
          paper: getComputedStyle(document.documentElement).backgroundColor,
          ink: text.map((selector) => {
            const element = document.querySelector(selector);
            return element && getComputedStyle(element).color;
          }),
        };
      });
      expect(colours.paper).toBe('rgb(255, 255, 255)');
      expect(new Set(colours.ink)).toEqual(new Set(['rgb(0, 0, 0)']));
    });

    test('spells out where links lead that leave the site, from left to right', async () => {
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('main article a')].map((link) => {
          const { content, direction } = getComputedStyle(link, '::after');
          return { href: link.getAttribute('href') ?? '', content, direction };
        }),
      );
      const leaving = links.filter(({ href }) => href.startsWith('http'));
      expect(leaving.length).toBeGreaterThan(1);
      for (const { href, content, direction } of links) {
        const spelled = leaving.some((link) => link.href === href);
        expect(content.replaceAll('" "', ''), href).toBe(spelled ? `" (${href})"` : 'none');
        if (spelled) expect(direction).toBe('ltr');
      }
    });

    test('breaks no page after a heading or within a figure, table or entry', async () => {
      const breaks = await page.evaluate(() => {
        const valuesOf = (selector: string, name: 'breakAfter' | 'breakInside'): string[] =>
          [...document.querySelectorAll(selector)].map(
            (element) => getComputedStyle(element)[name],
          );
        return [
          ...valuesOf('main :is(h1, h2, h3, h4)', 'breakAfter'),
          ...valuesOf('figure, table, blockquote, li', 'breakInside'),
        ];
      });
      expect(breaks.length).toBeGreaterThan(8);
      expect(new Set(breaks)).toEqual(new Set(['avoid']));
    });

    test('makes pages of a PDF', async () => {
      const file = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
      expect(file.slice(0, 5)).toBe('%PDF-');
      expect(/\/Count (\d+)/.exec(file)?.[1]).toMatch(/^[2-4]$/);
    });
  },
);
