/** Renders the bodies of files, and says what is wrong with them. */
import type { Root } from 'hast';
import { wordsOf } from '#i18n/strings.ts';
import { tooMuch } from './body-limits.ts';
import { type BodyFinding, inspectBody } from './body-rules.ts';
import { pictureTag, shownIn } from '#lib/picture.ts';
import { directionControl } from '#lib/text.ts';
import {
  articleRenderer,
  commentRenderer,
  type RenderMarkdown,
  type RunWork,
} from '#markdown/processor.ts';
import { editions } from '#site.ts';
import type { Source } from './front-matter.ts';
import type { FoundPicture, PictureFile } from './pictures.ts';
import type { Place } from './places.ts';
import type { Problem } from './problems.ts';
import { TimeLimitError, withinTime } from './time-limit.ts';

export interface RenderedBody {
  /** Cleaned. */
  readonly html: string;
  /** The pictures that it shows. */
  readonly pictures: readonly PictureFile[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Articles of this site that it leads to. */
  readonly links: BodyFinding['links'];
  /** Its other links to this site. */
  readonly pageLinks: BodyFinding['pageLinks'];
}

/** A file whose body is to be rendered. */
export interface BodyDraft extends Place {
  readonly source: Source;
  /** Finds a picture that it names. */
  readonly find: (src: string) => Promise<FoundPicture>;
}

export interface BodyRenderers {
  readonly body: (draft: BodyDraft) => Promise<RenderedBody>;
  readonly comment: (draft: BodyDraft) => Promise<RenderedBody>;
}

export function bodyRenderers({ siteUrl }: { siteUrl: URL }): BodyRenderers {
  const byEdition = new Map<string, RenderMarkdown>();
  for (const edition of editions) {
    byEdition.set(edition.id, articleRenderer({ siteUrl, words: wordsOf(edition) }, limitTime));
  }
  const ofComments = commentRenderer({ siteUrl }, limitTime);

  async function renderBody({ source, edition, address, find }: BodyDraft): Promise<RenderedBody> {
    // An author's text for all editions belongs to none: any edition's renderer serves.
    const render = byEdition.get(edition) ?? byEdition.values().next().value;
    if (!render) throw new Error('There is no edition. Add one to src/site.ts.');
    const pictures: PictureFile[] = [];
    const problems: Problem[] = [...tooMuch(source)];
    const heavy: Problem[] = [];
    let finding: BodyFinding = { problems: [], notices: [], links: [], pageLinks: [] };
    const findPictureHere = async (src: string) => {
      const found = await find(src);
      if ('message' in found) {
        problems.push(source.problemInBody(placeOf(src, source.body), found.message));
        return undefined;
      }
      if (found.notice) {
        heavy.push(source.problemInBody(placeOf(src, source.body), found.notice));
      }
      pictures.push(found.picture);
      return pictureTag(found.picture, shownIn.column);
    };
    const inspect = (tree: Root): void => {
      finding = inspectBody(tree, source, { siteUrl, pageUrl: new URL(address, siteUrl) });
    };
    const html =
      problems.length > 0
        ? ''
        : await render(source.body, findPictureHere, inspect).catch((error: unknown) => {
            problems.push(unreadable(source, error));
            return '';
          });
    return {
      html,
      pictures,
      problems: [...problems, ...finding.problems],
      notices: [...directionNotices(source), ...heavy, ...finding.notices],
      links: finding.links,
      pageLinks: finding.pageLinks,
    };
  }

  async function renderComment({ source }: BodyDraft): Promise<RenderedBody> {
    const problems: Problem[] = [...tooMuch(source)];
    const html =
      problems.length > 0
        ? ''
        : await ofComments(source.body).catch((error: unknown) => {
            problems.push(unreadable(source, error));
            return '';
          });
    if (html.trim() === '' && problems.length === 0) {
      problems.push(source.problemInBody(0, 'is empty. Write the comment, or delete the file.'));
    }
    return {
      html,
      pictures: [],
      problems,
      notices: directionNotices(source),
      links: [],
      pageLinks: [],
    };
  }

  return { body: renderBody, comment: renderComment };
}

/** Where a picture is named, as `(name` or `="name`. */
const placeOf = (src: string, body: string): number => {
  if (src === '') return Math.max(0, body.search(/<img\b(?![^>]*\ssrc\b)/i));
  const named = new RegExp(`(?<=[(<"'=:]\\s*)${RegExp.escape(src)}`).exec(body);
  return named?.index ?? Math.max(0, body.indexOf(src));
};

/** Of a text that is shorter, none is known that takes long; to limit each would take longer than to read it. */
const longText = 20_000;

const limitTime: RunWork = (work, markdown) =>
  markdown.length > longText ? withinTime(work) : work();

/** Why a body could not be read; a parser that runs out of stack says so by a RangeError. */
function unreadable(source: Source, error: unknown): Problem {
  if (error instanceof RangeError) {
    const what = 'is nested too deeply to be read.';
    return source.problemInBody(
      0,
      `${what} Take out quotations, lists or tables that stand in each other.`,
    );
  }
  if (error instanceof TimeLimitError) {
    return source.problemInBody(
      0,
      'takes too long to be read. Simplify it, or split it into several stories.',
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return source.problemInBody(0, `cannot be read (${why}). Simplify the Markdown.`);
}

const asEntity = /&#(?:x0*20(?:2[a-e]|6[6-9])|0*(?:823[4-8]|829[4-7]));/gi;

/** The cleaner takes these characters out; whoever pasted them should know. */
function directionNotices({ body, problemInBody }: Source): Problem[] {
  const first = [directionControl, asEntity]
    .map((pattern) => body.search(pattern))
    .find((at) => at !== -1);
  if (first === undefined) return [];
  return [
    problemInBody(
      first,
      'holds invisible characters that change the direction of text. They were left out; type the text anew.',
    ),
  ];
}
