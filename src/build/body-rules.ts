/** Rules for what stands in a body: headings, pictures, links. */
import type { Element, Root } from 'hast';
import { eachElement } from '#markdown/each-element.ts';
import type { Source } from './front-matter.ts';
import { articleAt, ownPath, type Whereabouts } from './own-links.ts';
import type { PageLink } from './own-pages.ts';
import type { Problem } from './problems.ts';

export interface BodyFinding {
  readonly problems: Problem[];
  readonly notices: Problem[];
  /** Articles of this site that the body leads to. */
  readonly links: { readonly article: string; readonly problem: (message: string) => Problem }[];
  /** Its other links to this site. */
  readonly pageLinks: PageLink[];
}

/** Reads a cleaned body for its mistakes, and for the stories that it leads to. */
export function inspectBody(tree: Root, source: Source, place: Whereabouts): BodyFinding {
  const finding: BodyFinding = { problems: [], notices: [], links: [], pageLinks: [] };
  let level = 1;
  eachElement(tree, (node) => {
    const at = (message: string): Problem =>
      source.problemInBody(node.position?.start.offset ?? 0, message);
    if (/^h[1-6]$/.test(node.tagName)) {
      const own = Number(node.tagName[1]);
      finding.problems.push(...headingProblems(own, level, at));
      level = own;
    }
    if (node.tagName === 'img' && (node.properties.alt ?? '').trim() === '') {
      finding.problems.push(
        at(
          'shows a picture without words for it. Write what it shows: ![A ship at the quay](ship.jpg).',
        ),
      );
    }
    if (node.tagName === 'a') inspectLink(node, at, place, finding);
  });
  return finding;
}

type Tell = (message: string) => Problem;

function inspectLink(
  { properties }: Element,
  at: Tell,
  place: Whereabouts,
  finding: BodyFinding,
): void {
  const { href, id } = properties;
  if (typeof href !== 'string' || href === '') {
    // A place that others lead to needs no address of its own.
    if (id === undefined) {
      finding.notices.push(
        at(
          'has a link without an address that readers can follow. Use https://, mailto: or a page of this site.',
        ),
      );
    }
    return;
  }
  if (href.startsWith('#')) return;
  if (!URL.canParse(href, place.pageUrl.href)) {
    finding.problems.push(at(`links to "${href}", which is no address. Correct it.`));
    return;
  }
  if (/^www\./i.test(href)) {
    finding.problems.push(
      at(`links to "${href}", which is no page of this site. Write https:// before it.`),
    );
    return;
  }
  const path = ownPath(href, place);
  if (path === undefined) {
    if (/^http:/i.test(href)) {
      finding.notices.push(
        at(`links to ${href} without encryption. Use https:// if the site has it.`),
      );
    }
    return;
  }
  if (/\.(?:md|markdown)$/i.test(path)) {
    const [slug = ''] = /[^/]+(?=\.\w+$)/.exec(path) ?? [];
    finding.problems.push(
      at(`links to the file "${href}", which readers do not have. Write /articles/${slug}/.`),
    );
    return;
  }
  const article = articleAt(path);
  if (article) finding.links.push({ article, problem: at });
  else finding.pageLinks.push({ path, problem: at });
}

function headingProblems(own: number, before: number, at: (message: string) => Problem): Problem[] {
  const marks = (level: number): string => '#'.repeat(level);
  if (own === 1)
    return [at('has a heading "#", but the title is the only one. Begin it with "##".')];
  if (own > before + 1) {
    return [
      at(
        `goes from "${marks(before)}" to "${marks(own)}". Begin this heading with "${marks(before + 1)}".`,
      ),
    ];
  }
  return [];
}
