/** Rules for what stands in a body: headings, pictures, links. */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { editions } from '#site.ts';
import type { Source } from './front-matter.ts';
import type { Problem } from './problems.ts';

export interface BodyFinding {
  readonly problems: Problem[];
  readonly notices: Problem[];
  /** Articles of this site that the body leads to. */
  readonly links: { readonly article: string; readonly problem: (message: string) => Problem }[];
}

/** Reads a cleaned body for its mistakes, and for the stories that it leads to. */
export function inspectBody(tree: Root, source: Source, siteUrl: URL): BodyFinding {
  const finding: BodyFinding = { problems: [], notices: [], links: [] };
  let level = 1;
  visit(tree, 'element', (node) => {
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
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string') return;
    const url = URL.canParse(href, siteUrl) ? new URL(href, siteUrl) : undefined;
    if (!url) finding.problems.push(at(`links to "${href}", which is no address. Correct it.`));
    else if (isOwn(url, href, siteUrl)) {
      const article = articleAt(url, href, siteUrl);
      if (article) finding.links.push({ article, problem: at });
    } else if (url.protocol === 'http:') {
      finding.notices.push(
        at(`links to ${href} without encryption. Use https:// if the site has it.`),
      );
    }
  });
  return finding;
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

const isOwn = (url: URL, href: string, siteUrl: URL): boolean =>
  url.origin === siteUrl.origin &&
  (!/^https?:/.test(href) || url.pathname.startsWith(siteUrl.pathname));

/** "<edition>/<slug>" of the article at an address: `/articles/<slug>/`, below the edition's folder. */
function articleAt(url: URL, href: string, siteUrl: URL): string | undefined {
  // An address that is written from the root is meant below the site's path.
  const path = /^https?:/.test(href)
    ? url.pathname.slice(siteUrl.pathname.length - 1)
    : url.pathname;
  const [, folder = '', slug = ''] = /^(?:\/([^/]+))?\/articles\/([^/]+)\/?$/.exec(path) ?? [];
  const edition = editions.find((candidate) => candidate.folder === folder);
  return slug !== '' && edition ? `${edition.id}/${slug}` : undefined;
}
