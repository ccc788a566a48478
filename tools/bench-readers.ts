/**
 * npm run bench:readers: what a reader waits for on a slow telephone network, here and in the same story built with
 * well-known templates. `-- --visits 5`, `--article SLUG`, `--coding br` (or gzip, identity) say how; `--astro-blog
 * DIR` and `--hugo-theme DIR` measure a template from a folder too; `--json` prints every visit.
 */
import { fail, UsageError } from './environment.ts';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '#browser/chromium.ts';
import { type Coding, isCoding, serveCompressed } from './compressed-server.ts';
import { prepareStory, type Story } from './reader-story.ts';
import { type PageVisits, readerTable, type Visit } from './reader-table.ts';
import {
  astroBlog,
  doks,
  hugoTheme,
  ours,
  starlightBlog,
  type Template,
} from './reader-templates.ts';
import { visit } from './reader-visit.ts';

interface Options {
  readonly visits: number;
  readonly coding: Coding;
}

async function visitTemplate(
  template: Template,
  story: Story,
  browser: Browser,
  folder: string,
  { visits, coding }: Options,
): Promise<PageVisits[]> {
  const [work, site] = [join(folder, 'work'), join(folder, 'site')];
  await mkdir(work, { recursive: true });
  const host = await serveCompressed(site, coding);
  try {
    const content = join(folder, '..', 'content');
    const pages = await template.build({ story, content, work, site, origin: host.origin });
    const measured: PageVisits[] = [];
    for (const [page, path] of pages) {
      const address = `${host.origin}${path}`;
      // The first one is not counted: the server compresses, and the browser loads its own parts.
      await visit(browser, address, story.firstWords);
      const each: Visit[] = [];
      for (let nth = 0; nth < visits; nth++) {
        each.push(await visit(browser, address, story.firstWords));
      }
      measured.push({ page, visits: each });
    }
    return measured;
  } finally {
    await host.close();
  }
}

try {
  const { values } = parseArgs({
    options: {
      article: { type: 'string', default: 'west-bank-olive-harvest' },
      visits: { type: 'string', default: '5' },
      coding: { type: 'string', default: 'br' },
      'astro-blog': { type: 'string', multiple: true, default: [] },
      'hugo-theme': { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const { coding } = values;
  const visits = Number(values.visits);
  if (!isCoding(coding)) throw new UsageError(`--coding is br, gzip or identity, not ${coding}.`);
  if (!(visits >= 1)) throw new UsageError('--visits is how often each page is opened, 1 or more.');

  const folder = await mkdtemp(join(tmpdir(), 'bench-readers-'));
  const browser = await launchChromium();
  try {
    const story = await prepareStory(values.article, 'content', join(folder, 'content'));
    const templates = [
      ours,
      starlightBlog,
      doks,
      ...values['astro-blog'].map(astroBlog),
      ...values['hugo-theme'].map(hugoTheme),
    ];
    const results: PageVisits[] = [];
    for (const [index, template] of templates.entries()) {
      const place = join(folder, String(index));
      results.push(...(await visitTemplate(template, story, browser, place, { visits, coding })));
    }
    console.log(values.json ? JSON.stringify(results, null, 2) : readerTable(results));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
} catch (error) {
  fail(error);
}
