import { source as axeSource, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * axe's findings, the undecided ones too: in a dark scheme it does not decide on contrast. Left out is what
 * it cannot weigh because the text is one symbol: ← → ↩ ☐ are drawn in the colour of text or of links, and
 * have names of their own or are hidden from screen readers.
 */
export async function findBarriers(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run('${within}', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
  );
  return [...results.violations, ...results.incomplete].flatMap(({ id, help, nodes }) =>
    nodes
      .map(
        ({ html, any }) => `${id}: ${help}: ${html} ${any.map(({ message }) => message).join(' ')}`,
      )
      .filter(
        (finding) =>
          !/only non-text characters|Unable to determine if the visible text/.test(finding),
      ),
  );
}
