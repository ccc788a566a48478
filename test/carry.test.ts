/** What readers can download to carry, made and published by the commands, for a site below a path. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { writeCarried } from '#build/carried-files.ts';
import type { CarriedFile } from '#lib/carried.ts';
import { findBarriers } from './barriers.ts';
import { brokenLinks } from './broken-links.ts';
import { runBuild, runTool } from './build-site.ts';
import { launchChromium } from '#browser/chromium.ts';
import { copyProject, type ProjectCopy } from './project-copy.ts';
import { serveSite } from './serve-site.ts';
import { filesOf, OpenPage, pagesOf } from './site-files.ts';

const origin = 'https://example.org/news/';
const environment = { SITE_URL: origin, SOURCE_DATE_EPOCH: '1725192000', EDITIONS_DIR: '' };

let project: ProjectCopy;
let work: string;
let carried: readonly CarriedFile[];

const bytesOf = (edition: string, form: string): Buffer => {
  const found = carried.find((file) => file.edition === edition && file.form === form);
  return readFileSync(join(project.folder, 'editions', found?.file ?? 'none'));
};

async function unpack(edition: string): Promise<string> {
  const folder = join(work, edition);
  for (const [path, bytes] of Object.entries(unzipSync(bytesOf(edition, 'site')))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

beforeAll(async () => {
  project = await copyProject();
  work = await mkdtemp(join(tmpdir(), 'carry-'));
  const { code, output } = await runTool(['edition.ts'], environment, project.folder);
  if (code !== 0) throw new Error(output);
  const list = readFileSync(join(project.folder, 'editions', 'editions.json'), 'utf8');
  carried = (JSON.parse(list) as { files: CarriedFile[] }).files;
});

afterAll(async () => {
  await project.remove();
  await rm(work, { recursive: true, force: true });
});

test('there are three forms for each edition, named after the site, the edition and the day', () => {
  expect(carried.map(({ file }) => file)).toEqual([
    'example.org-en-2024-09-01.zip',
    'example.org-en-2024-09-01.epub',
    'example.org-en-2024-09-01.html',
    'example.org-ar-2024-09-01.zip',
    'example.org-ar-2024-09-01.epub',
    'example.org-ar-2024-09-01.html',
  ]);
});

describe.each([
  ['en', 'Everything', 'made on 1 September 2024'],
  ['ar', 'كل', 'أُعدّت في 1 أيلول 2024'],
])('the whole site, %s', (edition, _title, made) => {
  let site: string;
  beforeAll(async () => {
    site = await unpack(edition);
  });

  test('has no broken link, and none that counts on a server', () => {
    expect(pagesOf(site).length).toBeGreaterThan(15);
    expect(brokenLinks(site, '/')).toEqual([]);
    for (const file of pagesOf(site)) {
      const links = new OpenPage(site, `/${file}`)
        .all('a[href], img[src]')
        .map(({ properties: { href, src } }) => String(href ?? src));
      expect(
        links.filter((link) => /^\/|^\.{0,2}\/?$|\/$/.test(link) && !/^https?:/.test(link)),
      ).toEqual([]);
    }
  });

  test('says on every page where it is from and when it was made, and in a note how to check it', () => {
    for (const file of pagesOf(site)) {
      const text = new OpenPage(site, `/${file}`).text('body');
      expect(text, file).toContain(made);
      expect(text, file).toContain(origin);
    }
    expect(readFileSync(join(site, 'READ-ME.txt'), 'utf8')).toContain('SHA-256');
  });

  test('holds no draft, no story before its time, no expired one', () => {
    for (const file of filesOf(site)) {
      expect(file + readFileSync(join(site, file), 'utf8'), file).not.toMatch(/xylo/i);
    }
  });
});

describe('the whole site, opened from a disk', () => {
  let browser: Browser;
  let page: Page;
  let site: string;
  const wrong: string[] = [];

  beforeAll(async () => {
    site = await unpack('en');
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('pageerror', (error) => wrong.push(String(error)));
    page.on('console', (message) => wrong.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) wrong.push(request.url());
    });
  });
  afterAll(() => browser.close());

  test('leads from the front page to a story with its picture', async () => {
    await page.goto(`file://${site}/index.html`);
    await page.locator('main a[href$="articles/everything/index.html"]').first().click();
    await page.waitForURL(/everything\/index\.html$/);
    const picture = page.locator('main figure img').first();
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test('finds stories by their words, without a network', async () => {
    await page.goto(`file://${site}/search/index.html`);
    // A copy sends nobody's words to a search engine, and does not say that it would.
    expect(await page.locator('main').innerHTML()).not.toMatch(/DuckDuckGo|type="hidden"/);
    await page.locator('#search-words').fill('plain');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#results h3').allInnerTexts()).toContain('A plain story');
    await page.locator('#search-words').fill('plain xqzw');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#results h3').count()).toBe(0);
    expect(await page.locator('[role=status]').innerText()).toContain('plain xqzw');
    expect(wrong).toEqual([]);
  });
});

describe.each(['en', 'ar'])('the book, %s', (edition) => {
  test('passes epubcheck', async () => {
    const { valid, messages } = await EpubCheck.validate(bytesOf(edition, 'book'));
    expect(messages).toEqual([]);
    expect(valid).toBe(true);
  });

  test('has a cover, contents, each story and its pictures, and reads in its direction', () => {
    const files = unzipSync(bytesOf(edition, 'book'));
    const text = (path: string): string => Buffer.from(files[path] ?? []).toString('utf8');
    expect(Object.keys(files)[0]).toBe('mimetype');
    const opf = text('book/book.opf');
    expect(opf).toContain(`page-progression-direction="${edition === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(opf).toContain('properties="cover-image"');
    expect(opf).toMatch(/media-type="image\/svg\+xml"/);
    for (const path of Object.keys(files)) {
      // The schema that the first epubcheck has for drawings knows no language.
      if (path.endsWith('.svg')) expect(text(path)).not.toMatch(/<svg[^>]*\slang=/);
      expect(path + text(path)).not.toMatch(/xylo/i);
    }
    expect(text('book/about.xhtml')).toContain(origin);
  });
});

describe.each(['en', 'ar'])('the one page, %s', (edition) => {
  test('is small, needs nothing else, and its links lead on', async () => {
    const bytes = bytesOf(edition, 'page');
    expect(bytes.length).toBeLessThan(500_000);
    const folder = join(work, `page-${edition}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'index.html'), bytes);
    expect(brokenLinks(folder, '/')).toEqual([]);
    const page = new OpenPage(folder, '/');
    expect(page.all('img, script, link[rel=stylesheet], iframe, form')).toEqual([]);
    expect(page.all('h1')).toHaveLength(1);
    expect(page.all('main > article').length).toBe(page.all('nav li').length);
    expect(page.html).toContain(origin);
    expect(page.html).not.toMatch(/xylo/i);
    const ids = page.all('[id]').map(({ properties: { id } }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('the next build publishes them, and lists them with size, day and digest', async () => {
  const site = join(work, 'site');
  const { code, output } = await runBuild(site, environment, project.folder);
  if (code !== 0) throw new Error(output);
  for (const { file } of carried) {
    const made = readFileSync(join(project.folder, 'editions', file));
    expect(readFileSync(join(site, 'editions', file)).equals(made), file).toBe(true);
  }
  const page = new OpenPage(site, '/ar/editions/');
  expect(page.all('main a[download]').map(({ properties: { href } }) => href)).toEqual(
    carried.filter(({ edition }) => edition === 'ar').map(({ file }) => `/news/editions/${file}`),
  );
  for (const { edition, sha256 } of carried) {
    expect(page.html.includes(sha256)).toBe(edition === 'ar');
  }
  expect(page.text('main')).toContain('1 أيلول 2024');
  expect(page.text('main')).toMatch(/\d+ كيلوبايت/);

  for (const { file, sha256 } of carried) {
    const carriedFile = join('editions', file);
    const alone = await runTool(['verify.ts', carriedFile], environment, project.folder);
    expect(alone.code, file).toBe(1);
    expect(alone.output, file).toContain(`Its SHA-256 is ${sha256}\n`);
    const held = ['verify.ts', carriedFile, '--by', site];
    const { code, output } = await runTool(held, environment, project.folder);
    expect(code, output).toBe(0);
    expect(output).toContain(`${file} is editions/${file}, as the list`);
  }

  const server = await serveSite(site, '/news/');
  const browser = await launchChromium();
  const opened = await browser.newPage({ viewport: { width: 360, height: 800 } });
  await opened.goto(`${server.origin}/news/ar/editions/`);
  expect(await findBarriers(opened)).toEqual([]);
  await browser.close();
  await server.close();
});

test('what holds a story that was taken down is not published any more', async () => {
  await project.change(
    'content/articles/en/2024/quiet.md',
    '---\ntitle',
    '---\ndraft: true\ntitle',
  );
  const site = join(work, 'without');
  const { code, output } = await runBuild(site, environment, project.folder);
  if (code !== 0) throw new Error(output);
  expect(output).toContain(
    'example.org-en-2024-09-01.zip holds a story that is not published any more, and was left out. Run npm run edition.',
  );
  expect(readdirSync(join(site, 'editions'))).toEqual([
    'example.org-ar-2024-09-01.epub',
    'example.org-ar-2024-09-01.html',
    'example.org-ar-2024-09-01.zip',
    'index.html',
  ]);
});

test('the same site at the same time makes the same files, whatever the time zone', async () => {
  const zone = process.env['TZ'];
  const digests: string[][] = [];
  for (const TZ of ['Pacific/Auckland', 'America/Los_Angeles']) {
    process.env['TZ'] = TZ;
    const folder = await mkdtemp(join(work, 'again-'));
    const made = await writeCarried(
      inject('sites').fixture,
      folder,
      new Date('2024-09-01T12:00:00Z'),
      {
        count: 5,
      },
    );
    digests.push(made.files.map(({ sha256 }) => sha256));
  }
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(digests[0]).toHaveLength(6);
  expect(digests[1]).toEqual(digests[0]);
});

test('a number that is none is told, and nothing is made', async () => {
  const { code, output } = await runTool(
    ['edition.ts', '--count', 'many', '--outDir', join(work, 'none')],
    environment,
    project.folder,
  );
  expect(code).toBe(1);
  expect(output.trim()).toBe('--count is "many". Give a whole number from 1.');
});
