/** Opens pages in Chromium and writes down whatever they do besides being shown. */
import { sep } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '#browser/chromium.ts';
import { serveSite } from './serve-site.ts';

/** Runs in each page before anything of its own. */
function hook(): void {
  const report = (what: string) => () => {
    console.error(`${location.href} called ${what}`);
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'Function']) {
    Object.defineProperty(window, name, { value: report(name) });
  }
}

/**
 * What the pages did, as "page: what"; nothing, if all is well. Policies are off: the pages alone must hold.
 * They are opened in frames of one page, many at a time, which takes half as long as one after the other.
 */
export async function watchPages(site: string, files: readonly string[]): Promise<string[]> {
  const [browser, server] = await Promise.all([launchChromium(), serveSite(site)]);
  const findings: string[] = [];
  try {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
    await context.addInitScript(hook);
    const waiting = files.map((file) => addressOf(server.origin, file));
    const watch = async (): Promise<void> => {
      const page = await context.newPage();
      takeNotes(page, server.origin, findings);
      await page.goto(addressOf(server.origin, files[0] ?? '404.html'));
      // Not page.evaluate, which itself calls eval.
      const protocol = await context.newCDPSession(page);
      while (waiting.length > 0) {
        const expression = `(${openFrames.toString()})(${JSON.stringify(waiting.splice(0, 12))})`;
        const call = { expression, awaitPromise: true };
        const { exceptionDetails } = await protocol.send('Runtime.evaluate', call);
        if (exceptionDetails) throw new Error(exceptionDetails.text);
      }
    };
    await Promise.all([watch(), watch()]);
  } finally {
    await browser.close();
    await server.close();
  }
  return findings;
}

const addressOf = (origin: string, file: string): string =>
  `${origin}/${file.split(sep).map(encodeURIComponent).join('/')}`.replace(/\/index\.html$/, '/');

/** Runs in the page: opens each address in a frame, and waits for what loading it sets off. */
async function openFrames(addresses: readonly string[]): Promise<void> {
  const open = (address: string): Promise<HTMLIFrameElement> =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.width = '360';
      frame.height = '640';
      frame.addEventListener('load', () => {
        setTimeout(resolve, 0, frame);
      });
      frame.src = address;
      document.body.append(frame);
    });
  for (const frame of await Promise.all(addresses.map(open))) frame.remove();
}

function takeNotes(page: Page, origin: string, findings: string[]): void {
  const note = (where: string, what: string): void => void findings.push(`${where}: ${what}`);
  const isOurs = (address: string): boolean => address.startsWith(`${origin}/`);
  page.on('dialog', (dialog) => {
    note(page.url(), `dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => {
    note(page.url(), error.stack ?? error.message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') note(message.location().url, message.text());
  });
  page.on('popup', () => {
    note(page.url(), 'a new window');
  });
  page.on('framenavigated', (frame) => {
    if (!isOurs(frame.url())) note(frame.url(), 'a frame went there');
  });
  page.on('request', (request) => {
    if (!isOurs(request.url())) note(request.frame().url(), `a request for ${request.url()}`);
  });
}
