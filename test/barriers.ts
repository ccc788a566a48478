import { source as axeSource, type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** Of contrast, the stricter rule: 7:1, and 4.5:1 for large letters. */
const ruleSets = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
];

/** What axe cannot decide, and why it is right as it is. */
const lookedInto: readonly { rule: string; html: RegExp; because: string }[] = [
  {
    rule: 'color-contrast',
    html: /aria-hidden="true">[←→]</,
    because:
      'an arrow is drawn in the colour of the link that it stands in, which is weighed itself',
  },
  {
    rule: 'color-contrast',
    html: /role="img" aria-label="[^"]+">[☐☑]</u,
    because: 'the box of a task is drawn in the colour of text: src/styles/tokens.test.ts',
  },
  {
    rule: 'label-content-name-mismatch',
    html: /data-footnote-backref/,
    because: 'nobody says "↩" to press it; its name tells where it leads',
  },
  {
    rule: 'identical-links-same-purpose',
    html: /href="[^"]*\/archive\/"/,
    because: 'the fixture has a topic "archive", which stands in a list of topics',
  },
];

/** All that another colour scheme can change. */
const ofColour = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** axe's findings, the undecided ones too: in a dark scheme, for instance, it does not decide on every contrast. */
export const findBarriers = (page: Page, within = 'html'): Promise<string[]> =>
  findings(page, within, ruleSets);

export const findBarriersOfColour = (page: Page): Promise<string[]> =>
  findings(page, 'html', ofColour);

async function findings(page: Page, within: string, rules: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run('${within}', { runOnly: ${JSON.stringify(rules)} })`,
  );
  const found = (list: AxeResults['incomplete']) =>
    list.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ id, help, ...node })));
  const undecided = found(results.incomplete).filter(
    ({ id, html }) =>
      !lookedInto.some((known) => id.startsWith(known.rule) && known.html.test(html)),
  );
  return [...found(results.violations), ...undecided].map(
    ({ id, help, html, any, all, none }) =>
      `${id}: ${help}: ${html} ${[...any, ...all, ...none].map(({ message }) => message).join(' ')}`,
  );
}
