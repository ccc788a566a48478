import type { Page } from 'playwright-core';

/** Opens a page and waits until the browser keeps all that a visit keeps. */
export async function visitUntilKept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilKept(page);
}

export async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { list } = document.querySelector<HTMLElement>('[data-list]')?.dataset ?? {};
    return Object.keys(sessionStorage).some((key) => key.includes(` ${list} `));
  });
}
