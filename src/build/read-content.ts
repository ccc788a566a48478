/** Reads the content folder, holds it against every rule, and keeps what may be published. */
import type { ArticleFields, AuthorFields, CommentFields, PageFields } from '#data/schema.ts';
import { wordsOf } from '#i18n/strings.ts';
import { isPublished } from '#lib/article.ts';
import { countWords } from '#lib/text.ts';
import { picturePath } from '#lib/urls.ts';
import { articleRenderer, commentRenderer, type RenderMarkdown } from '#markdown/processor.ts';
import { editions } from '#site.ts';
import { checkTogether } from './content-rules.ts';
import { type Draft, readDrafts } from './drafts.ts';
import { findPicture, type PictureFile } from './pictures.ts';
import type { Problem } from './problems.ts';

interface Entry<Fields> {
  /** Unique in its collection. */
  readonly id: string;
  readonly edition: string;
  readonly slug: string;
  readonly fields: Fields;
  /** Cleaned. */
  readonly html: string;
}

export interface ArticleEntry extends Entry<ArticleFields> {
  readonly picture: PictureFile | undefined;
  readonly words: number;
}

export interface CommentEntry extends Entry<CommentFields> {
  /** The id of the article. */
  readonly article: string;
}

export interface Content {
  readonly articles: readonly ArticleEntry[];
  readonly authors: readonly Entry<AuthorFields>[];
  readonly pages: readonly Entry<PageFields>[];
  readonly comments: readonly CommentEntry[];
  /** The pictures of what is published, and no others. */
  readonly pictures: readonly PictureFile[];
}

export interface ContentOptions {
  readonly contentDir: string;
  readonly siteUrl: URL;
  readonly now: Date;
  /** For the live preview: drafts count as published. */
  readonly showDrafts: boolean;
}

/** What may be published, and every problem of every file. With a problem, nothing should be. */
export async function readContent(
  options: ContentOptions,
): Promise<{ content: Content; problems: Problem[] }> {
  const drafts = await readDrafts(options.contentDir);
  const problems = [...drafts.problems, ...checkTogether(drafts)];
  const render = await makeRenderers(options);
  const pictures = new Map<string, PictureFile>();

  async function lookUp(draft: Draft<unknown>, field: readonly string[], src: string) {
    const found = await findPicture(options.contentDir, draft.file, src);
    if ('picture' in found) return found.picture;
    problems.push(draft.source.problemAt(field, found.message));
    return undefined;
  }

  /** Renders a body, and says which pictures it shows. */
  async function renderBody(
    draft: Draft<unknown>,
  ): Promise<{ html: string; shown: PictureFile[] }> {
    const shown: PictureFile[] = [];
    const html = await render.body(draft.edition, draft.source.body, async (src) => {
      const picture = await lookUp(draft, ['body'], src);
      if (!picture) return undefined;
      shown.push(picture);
      return { address: picturePath(picture), width: picture.width, height: picture.height };
    });
    return { html, shown };
  }

  const publish = (shown: readonly PictureFile[]): void => {
    for (const picture of shown) pictures.set(picture.file, picture);
  };

  async function readPlain<Fields>(draft: Draft<Fields>, id: string): Promise<Entry<Fields>> {
    const { html, shown } = await renderBody(draft);
    publish(shown);
    return { id, edition: draft.edition, slug: draft.slug, fields: draft.fields, html };
  }

  // All bodies are rendered, the unpublished ones too: an editor hears of a mistake before the day comes.
  const articles: ArticleEntry[] = [];
  for (const draft of drafts.articles) {
    const { edition, slug, fields } = draft;
    const { html, shown } = await renderBody(draft);
    const words = countWords(html);
    if (words === 0)
      problems.push(
        draft.source.problemAt(['body'], 'is empty. Write the story below the front matter.'),
      );
    const picture = fields.image && (await lookUp(draft, ['image', 'src'], fields.image.src));
    if (!isPublished({ ...fields, draft: fields.draft && !options.showDrafts }, options.now))
      continue;
    publish(picture ? [picture, ...shown] : shown);
    articles.push({ id: `${edition}/${slug}`, edition, slug, fields, picture, words, html });
  }

  const authors = [];
  for (const draft of drafts.authors) authors.push(await readPlain(draft, draft.slug));
  const pages = [];
  for (const draft of drafts.pages)
    pages.push(await readPlain(draft, `${draft.edition}/${draft.slug}`));

  const published = new Set(articles.map(({ id }) => id));
  const comments: CommentEntry[] = [];
  for (const { article, edition, slug, fields, source } of drafts.comments) {
    if (!published.has(article)) continue;
    comments.push({
      id: `${article}/${slug}`,
      article,
      edition,
      slug,
      fields,
      html: await render.comment(source.body),
    });
  }

  return {
    content: { articles, authors, pages, comments, pictures: [...pictures.values()] },
    problems,
  };
}

interface Renderers {
  readonly body: (edition: string, ...input: Parameters<RenderMarkdown>) => Promise<string>;
  readonly comment: RenderMarkdown;
}

async function makeRenderers({ siteUrl }: Pick<ContentOptions, 'siteUrl'>): Promise<Renderers> {
  const bodies = new Map<string, RenderMarkdown>();
  for (const edition of editions) {
    bodies.set(edition.id, await articleRenderer({ siteUrl, words: wordsOf(edition) }));
  }
  const [first] = bodies.values();
  return {
    comment: await commentRenderer({ siteUrl }),
    body: (edition, ...input) => {
      // An author's text for all editions belongs to none: any edition's renderer serves.
      const render = bodies.get(edition) ?? first;
      if (!render) throw new Error('There is no edition. Add one to src/site.ts.');
      return render(...input);
    },
  };
}
