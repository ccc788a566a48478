/** Opens a page as a reader does who has not been there before, on a slow telephone network. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { type Answer, type Traffic, trafficUntil } from './reader-traffic.ts';
import type { Visit } from './reader-table.ts';

/** Slow 3G: 400 ms until an answer begins, 400 kbit/s. */
const network = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};

const telephone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  // What a worker keeps for later, no reader of this page waits for.
  serviceWorkers: 'block',
} as const;

/** Asks the browser when the headline and the story's first words are painted: https://wicg.github.io/element-timing/ */
function markText(firstWords: string): void {
  new MutationObserver(() => {
    for (const element of document.querySelectorAll('h1, p')) {
      const isText = element.matches('h1') || element.textContent.startsWith(firstWords);
      if (isText) element.setAttribute('elementtiming', 'story');
    }
  }).observe(document, { childList: true, subtree: true });
}

/** Times in milliseconds; none if the browser saw nothing of the kind. */
const timesOf = (tab: Page, type: string): Promise<number[]> =>
  tab.evaluate(
    (kind) =>
      new Promise<number[]>((resolve) => {
        setTimeout(resolve, 2000, []);
        new PerformanceObserver((list) => {
          resolve(list.getEntries().map(({ startTime }) => startTime));
        }).observe({ type: kind, buffered: true });
      }),
    type,
  );

/** Writes down when requests are answered, and how much comes. Times are seconds on the browser's clock. */
function watchNetwork(protocol: CDPSession): (until: number) => Traffic {
  const requests = new Map<string, Answer>();
  protocol.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http')) return;
    requests.set(requestId, { begunAt: Infinity, endedAt: Infinity, bytes: 0 });
  });
  const note = (id: string, news: Partial<Answer>): void => {
    const request = requests.get(id);
    if (request) requests.set(id, { ...request, ...news });
  };
  protocol.on('Network.responseReceived', ({ requestId, timestamp }) => {
    note(requestId, { begunAt: timestamp });
  });
  protocol.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    note(requestId, { endedAt: timestamp, bytes: encodedDataLength });
  });
  return (until) => trafficUntil([...requests.values()], until);
}

async function look(context: BrowserContext, address: string, firstWords: string): Promise<Visit> {
  const tab = await context.newPage();
  await tab.addInitScript(markText, firstWords);
  const protocol = await context.newCDPSession(tab);
  await protocol.send('Network.enable');
  await protocol.send('Performance.enable');
  await protocol.send('Network.emulateNetworkConditions', network);
  const trafficBy = watchNetwork(protocol);
  await tab.goto(address, { waitUntil: 'networkidle' });

  const text = await tab.evaluate(() => document.body.textContent);
  if (!text.includes(firstWords)) throw new Error(`${address} does not show the story.`);
  // Two entries: the first paint at all, and the first of something.
  const firstPaint = Math.max(...(await timesOf(tab, 'paint')));
  const readable = Math.max(...(await timesOf(tab, 'element')));
  const largestPaint = Math.max(...(await timesOf(tab, 'largest-contentful-paint')));
  const load = await tab.evaluate(
    () => performance.getEntriesByType('navigation').map((entry) => entry.duration)[0] ?? NaN,
  );
  if (![firstPaint, readable, largestPaint, load].every(Number.isFinite)) {
    throw new Error(`${address}: no headline, or nothing at all, was painted.`);
  }
  const { metrics } = await protocol.send('Performance.getMetrics');
  const start = metrics.find(({ name }) => name === 'NavigationStart')?.value ?? NaN;
  return {
    firstPaint,
    readable,
    largestPaint,
    load,
    untilReadable: trafficBy(start + readable / 1000),
    untilLoad: trafficBy(start + load / 1000),
    untilRest: trafficBy(Infinity),
  };
}

/** `firstWords` are those of the story's first paragraph. */
export async function visit(browser: Browser, address: string, firstWords: string): Promise<Visit> {
  const context = await browser.newContext(telephone);
  try {
    return await look(context, address, firstWords);
  } finally {
    await context.close();
  }
}
