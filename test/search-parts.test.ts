/** An index in parts finds what one index finds. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { makeFixture } from './build-site.ts';
import { launchChromium } from '#browser/chromium.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { serveSite } from './serve-site.ts';
import { filesOf } from './site-files.ts';

let project: ProjectCopy;
let browser: Browser;
let server: LocalServer;
let page: Page;
let site: string;
let complaints: string[];

beforeAll(async () => {
  project = await copyProject();
  await makeFixture(`${project.folder}/content`);
  // So few stories are not divided otherwise.
  await project.change('src/lib/search-parts.ts', 'const most = 300', 'const most = 20');
  await project.change('src/lib/search-parts.ts', 'const fewest = 100', 'const fewest = 2');
  site = await project.build();
  server = await serveSite(site);
  browser = await launchChromium();
  page = await browser.newPage();
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => complaints.push(message.text()));
});

afterAll(async () => {
  await browser.close();
  await server.close();
  await project.remove();
});

async function found(address: string): Promise<string> {
  await page.goto(server.origin + address);
  const status = page.locator('[role=status]');
  await expect.poll(() => status.innerText()).toMatch(/found|يُعثر|عُثر|could not|تعذّر/);
  return status.innerText();
}

describe('with stories in several parts', () => {
  test('each part has an index of its own, and one program serves them all', () => {
    const files = filesOf(site).filter((file) => file.startsWith('search/pagefind/'));
    const entries = files.filter((file) => file.endsWith('pagefind-entry.json'));
    expect(entries).toEqual([
      'search/pagefind/2023-01/pagefind-entry.json',
      'search/pagefind/2023-02/pagefind-entry.json',
      'search/pagefind/pagefind-entry.json',
    ]);
    expect(files.filter((file) => /pagefind\.js$|wasm/.test(file))).toHaveLength(2);
  });

  test('the number of stories is that of all parts', async () => {
    expect(await found('/search/?q=archive')).toBe('45 stories found');
    expect(complaints).toEqual([]);
  });

  test('the filters count in all parts', async () => {
    expect(await found('/search/?q=story&year=2023')).toBe('45 stories found');
    expect(await found('/search/?q=archive&year=2024')).toContain('No story');
    expect(await found('/search/?q=archive&category=world')).toBe('45 stories found');
  });

  test('a story is shown from whichever part it stands in', async () => {
    expect(await found('/search/?q=brack')).toBe('1 story found');
    expect(await found('/search/?q=harbour+brackets')).toBe('1 story found');
    expect(await page.locator('#results a').getAttribute('href')).toBe('/articles/everything/');
    await found('/search/?q=archive+17');
    expect(await page.locator('#results h3').first().innerText()).toBe('Archive story 17');
    expect(await page.locator('#results mark').count()).toBeGreaterThan(0);
  });
});
