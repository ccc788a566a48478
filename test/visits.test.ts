/** What a reader downloads, against the table in the README: no more, and not so much less that it were out of date. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { LocalServer } from '#browser/local-server.ts';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';
import { pagesOf } from './site-files.ts';

const { launch } = inject('sites');

let browser: Browser;
let server: LocalServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), serveSite(launch)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** As the README calls them; a page is of the first kind that fits, in either edition. */
const kinds: [kind: string, pattern: RegExp][] = [
  ['home', /^(?:ar\/)?index\.html$/],
  ['category', /^(?:ar\/)?(?:gaza-news|palestine-news|world)\//],
  ['article', /^(?:ar\/)?articles\//],
  ['topic', /^(?:ar\/)?topics\/./],
  ['author', /^(?:ar\/)?authors\//],
  ['archive, month', /^(?:ar\/)?archive\//],
  ['corrections', /^(?:ar\/)?corrections\//],
  ['search', /^(?:ar\/)?search\//],
  ['not found', /^(?:ar\/)?404\.html$/],
  ['text: home', /^(?:ar\/)?text\/index\.html$/],
  ['text: article', /^(?:ar\/)?text\/articles\//],
];

const compressible = /(?:\.html|\.js|\.json|\.css|\.svg)$/;

const weigh = (file: string, compress: (bytes: Buffer) => Buffer): number => {
  const bytes = readFileSync(join(launch, file));
  return (compressible.test(file) ? compress(bytes) : bytes).length;
};

const weighAll = (files: readonly string[]) =>
  [brotliCompressSync, gzipSync].map((compress) =>
    files.reduce((sum, file) => sum + weigh(file, compress), 0),
  );

function heaviest(pattern: RegExp): string {
  const [first = ''] = pagesOf(launch)
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, weight: weigh(file, gzipSync) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ file }) => file);
  return first;
}

/** The files that come over the network while the page is opened, and not from what the browser kept. */
async function filesFetched(context: BrowserContext, page: string): Promise<string[]> {
  const tab = await context.newPage();
  const protocol = await context.newCDPSession(tab);
  await protocol.send('Network.enable');
  const kept = new Set<string>();
  const files: string[] = [];
  protocol.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
  protocol.on('Network.responseReceived', ({ requestId, response }) => {
    const path = decodeURIComponent(new URL(response.url).pathname.slice(1));
    if (kept.has(requestId) || response.fromDiskCache === true) return;
    files.push(/(?:^|\/)$/.test(path) ? `${path}index.html` : path);
  });
  await tab.goto(`${server.origin}/${page.replace(/index\.html$/, '')}`, {
    waitUntil: 'networkidle',
  });
  await tab.close();
  return files;
}

/** The figures of a row of the README's table, in bytes. */
function figuresOf(kind: string): number[] {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
  const row = readme.split('\n').find((line) => line.startsWith(`| ${kind} `)) ?? '';
  return row
    .split('|')
    .slice(2, -1)
    .map((cell) => Number.parseFloat(cell) * 1000);
}

describe.each(kinds)('%s', (kind, pattern) => {
  test('weighs what the README says, on the first visit and on the next', async () => {
    const page = heaviest(pattern);
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      serviceWorkers: 'block',
    });
    const first = await filesFetched(context, page);
    const again = await filesFetched(context, page);
    await context.close();

    expect(again).toEqual([page]);
    const measured = [...weighAll(first), ...weighAll(again)];
    const figures = figuresOf(kind);
    const told = `${first.join(', ')}: ${measured.join(', ')}; in the README: ${figures.join(', ')}`;
    expect(figures, told).toHaveLength(4);
    for (const [index, figure] of figures.entries()) {
      const bytes = measured[index] ?? Infinity;
      expect(bytes, told).toBeLessThanOrEqual(figure);
      expect(bytes, told).toBeGreaterThan(figure - Math.max(1500, figure / 4));
    }
  });
});
