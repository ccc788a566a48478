/** Reads the content folder, holds it against every rule, and keeps what may be published. */
import type { ArticleFields, AuthorFields, CommentFields, PageFields } from '#data/schema.ts';
import { isPublished } from '#lib/article.ts';
import { countWords } from '#lib/text.ts';
import { noteAll } from './content-notices.ts';
import { checkLinks, checkTogether } from './content-rules.ts';
import { type Draft, type Manuscript, readDrafts } from './drafts.ts';
import { notePageLinks } from './own-pages.ts';
import { findPicture, type PictureFile, type PublishedFile } from './pictures.ts';
import type { Problem } from './problems.ts';
import { bodyRenderers, type RenderedBody } from './render-body.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

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
  /** The files of the pictures of what is published, and no others. */
  readonly pictures: readonly PublishedFile[];
}

export interface ContentOptions {
  readonly contentDir: string;
  readonly siteUrl: URL;
  readonly now: Date;
  /** For the live preview: drafts count as published. */
  readonly showDrafts: boolean;
}

export interface Reading {
  readonly content: Content;
  /** Every picture that anything names, also what waits: a broken one should be known before the day comes. */
  readonly pictures: readonly PictureFile[];
  /** What is wrong. With one of these, nothing should be published. */
  readonly problems: readonly Problem[];
  /** What an editor should know, and what was done about it. */
  readonly notices: readonly Problem[];
  readonly schedule: Schedule;
}

export async function readContent(options: ContentOptions): Promise<Reading> {
  const drafts = await readDrafts(options.contentDir);
  const problems = [...drafts.problems, ...checkTogether(drafts)];
  const notices = [...drafts.notices, ...noteAll(drafts)];
  const links: (RenderedBody['links'][number] & { isShown: boolean })[] = [];
  const pageLinks: RenderedBody['pageLinks'] = [];
  const pictures: PictureFile[] = [];
  const published = new Map<string, PublishedFile>();
  const render = bodyRenderers(options);

  const publish = (shown: readonly PictureFile[]): void => {
    for (const file of shown.flatMap((picture) => picture.files)) published.set(file.file, file);
  };

  /** Renders and keeps what there is to say; links of what is not shown may lead to what is not shown. */
  async function note(rendering: Promise<RenderedBody>, isShown: boolean): Promise<RenderedBody> {
    const rendered = await rendering;
    links.push(...rendered.links.map((link) => ({ ...link, isShown })));
    pageLinks.push(...rendered.pageLinks);
    problems.push(...rendered.problems);
    notices.push(...rendered.notices);
    pictures.push(...rendered.pictures);
    return rendered;
  }

  async function findLead({ file, source, parts }: Manuscript<ArticleFields>) {
    if (!parts.image) return undefined;
    const found = await findPicture(options.contentDir, file, parts.image.src);
    if ('picture' in found) {
      if (found.notice) notices.push(source.problemAt(['image', 'src'], found.notice));
      pictures.push(found.picture);
      return found.picture;
    }
    problems.push(source.problemAt(['image', 'src'], found.message));
    return undefined;
  }

  async function readPlain<Fields>(draft: Draft<Fields>, id: string): Promise<Entry<Fields>> {
    const { html, pictures: shown } = await note(render.body(draft), true);
    publish(shown);
    return { id, edition: draft.edition, slug: draft.slug, fields: draft.fields, html };
  }

  const isDue = ({ draft, ...times }: ArticleFields): boolean =>
    isPublished({ ...times, draft: draft && !options.showDrafts }, options.now);

  async function readStory(manuscript: Manuscript<ArticleFields>, isShown: boolean) {
    const body = await note(render.body(manuscript), isShown);
    const { html, pictures: shown } = body;
    const picture = await findLead(manuscript);
    const words = countWords(html);
    // What cannot be read looks empty too; its own problem is told already.
    if (words === 0 && body.problems.length === 0) {
      const message = 'is empty. Write the story below the front matter.';
      problems.push(manuscript.source.problemInBody(0, message));
    }
    return { html, shown, picture, words };
  }

  // All bodies are rendered, the unpublished ones too: an editor hears of a mistake before the day comes.
  for (const manuscript of drafts.flawed) await readStory(manuscript, false);
  const articles: ArticleEntry[] = [];
  for (const draft of drafts.articles) {
    const { edition, slug, fields } = draft;
    const { html, shown, picture, words } = await readStory(draft, isDue(fields));
    if (!isDue(fields)) continue;
    publish(picture ? [picture, ...shown] : shown);
    articles.push({ id: `${edition}/${slug}`, edition, slug, fields, picture, words, html });
  }

  const authors: Entry<AuthorFields>[] = [];
  const writers = new Set(articles.flatMap(({ fields }) => fields.authors));
  for (const draft of drafts.authors) {
    const [id = ''] = draft.slug.split('.');
    // Whose stories are not out is not out either.
    if (writers.has(id)) authors.push(await readPlain(draft, draft.slug));
    else await note(render.body(draft), false);
  }

  const pages: Entry<PageFields>[] = [];
  for (const draft of drafts.pages) {
    pages.push(await readPlain(draft, `${draft.edition}/${draft.slug}`));
  }

  const stories = new Set(articles.map(({ id }) => id));
  const comments: CommentEntry[] = [];
  for (const draft of drafts.comments) {
    const { html } = await note(render.comment(draft), true);
    const { article, edition, slug, fields } = draft;
    if (stories.has(article)) {
      comments.push({ id: `${article}/${slug}`, article, edition, slug, fields, html });
    }
  }

  return {
    content: { articles, authors, pages, comments, pictures: [...published.values()] },
    pictures,
    problems: [...problems, ...checkLinks(links, drafts, stories)],
    notices: [...notices, ...notePageLinks(pageLinks, { articles, authors, pages })],
    schedule: scheduleOf(drafts.articles, options.now),
  };
}
