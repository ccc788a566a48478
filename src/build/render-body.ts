/** Renders the bodies of files, and says what is wrong with them. */
import { wordsOf } from '#i18n/strings.ts';
import { directionControl } from '#lib/text.ts';
import { picturePath } from '#lib/urls.ts';
import { articleRenderer, commentRenderer, type RenderMarkdown } from '#markdown/processor.ts';
import { editions } from '#site.ts';
import type { Draft } from './drafts.ts';
import { findPicture, type PictureFile } from './pictures.ts';
import type { Problem } from './problems.ts';

export interface RenderedBody {
  /** Cleaned. */
  readonly html: string;
  /** The pictures that it shows. */
  readonly pictures: readonly PictureFile[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

export interface BodyRenderers {
  readonly body: (draft: Draft<unknown>) => Promise<RenderedBody>;
  readonly comment: (draft: Draft<unknown>) => Promise<RenderedBody>;
}

export async function bodyRenderers({
  siteUrl,
  contentDir,
}: {
  siteUrl: URL;
  contentDir: string;
}): Promise<BodyRenderers> {
  const byEdition = new Map<string, RenderMarkdown>();
  for (const edition of editions) {
    byEdition.set(edition.id, await articleRenderer({ siteUrl, words: wordsOf(edition) }));
  }
  const ofComments = await commentRenderer({ siteUrl });

  async function renderBody({ source, edition, file }: Draft<unknown>): Promise<RenderedBody> {
    // An author's text for all editions belongs to none: any edition's renderer serves.
    const render = byEdition.get(edition) ?? byEdition.values().next().value;
    if (!render) throw new Error('There is no edition. Add one to src/site.ts.');
    const pictures: PictureFile[] = [];
    const problems: Problem[] = [];
    const { text, notices } = withoutDirectionControls(source);
    const html = await render(text, async (src) => {
      const found = await findPicture(contentDir, file, src);
      if ('message' in found) {
        problems.push(source.problemInBody(Math.max(0, source.body.indexOf(src)), found.message));
        return undefined;
      }
      pictures.push(found.picture);
      const { width, height } = found.picture;
      return { address: picturePath(found.picture), width, height };
    });
    return { html, pictures, problems, notices };
  }

  async function renderComment({ source }: Draft<unknown>): Promise<RenderedBody> {
    const { text, notices } = withoutDirectionControls(source);
    return { html: await ofComments(text), pictures: [], problems: [], notices };
  }

  return { body: renderBody, comment: renderComment };
}

/** Takes out what could make a line read otherwise than it is written, and says so. */
function withoutDirectionControls({ body, problemInBody }: Draft<unknown>['source']): {
  text: string;
  notices: Problem[];
} {
  const first = body.search(directionControl);
  if (first === -1) return { text: body, notices: [] };
  const message =
    'holds invisible characters that change the direction of text. They were left out; type the text anew.';
  return { text: body.replaceAll(directionControl, ''), notices: [problemInBody(first, message)] };
}
