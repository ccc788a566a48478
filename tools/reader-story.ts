/** One story with its picture, as other generators take it. */
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { readSource } from '#build/front-matter.ts';
import { UsageError } from './environment.ts';

export interface Story {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly publishedAt: Date;
  /** What the picture shows. */
  readonly alt: string;
  /** Markdown. */
  readonly body: string;
  /** How the text of the first paragraph begins. */
  readonly firstWords: string;
  readonly picture: Buffer;
}

interface Fields {
  readonly title: string;
  readonly description: string;
  readonly publishedAt: string;
  readonly image: { readonly src: string; readonly alt: string };
}

/** The name of the picture beside the story. */
export const pictureName = 'picture.jpg';

async function findStory(content: string, slug: string): Promise<string> {
  const stories = join(content, 'articles', 'en');
  const names = await readdir(stories, { recursive: true });
  const name = names.find((path) => basename(path) === `${slug}.md`);
  if (name === undefined) {
    throw new UsageError(`There is no story ${slug} in ${stories}. Name one with --article.`);
  }
  return join(stories, name);
}

/**
 * Copies the content folder and gives the story a photograph's kind of file in place of its drawing, for that is
 * what most templates want: 1,600 pixels wide, JPEG.
 */
export async function prepareStory(slug: string, from: string, to: string): Promise<Story> {
  await cp(from, to, { recursive: true });
  const file = await findStory(to, slug);
  const text = await readFile(file, 'utf8');
  const { fields, body } = readSource(file, text);
  const { title, description, publishedAt, image } = fields as Fields;
  const picture = await sharp(join(dirname(file), image.src), { density: 300 })
    .resize(1600)
    .jpeg({ quality: 85 })
    .toBuffer();
  await writeFile(join(dirname(file), pictureName), picture);
  await writeFile(file, text.replace(`src: ${image.src}`, `src: ./${pictureName}`));
  const firstWords = body.trim().slice(0, 30);
  const at = new Date(publishedAt);
  return { slug, title, description, publishedAt: at, alt: image.alt, body, firstWords, picture };
}

/** JSON is YAML, but for times, which stand without quotation marks. */
const yamlOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : JSON.stringify(value);

/** Writes the story as Markdown, with the fields that a template wants, and its picture beside it. */
export async function writeStory(
  { title, description, body, picture }: Story,
  file: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const lines = Object.entries({ title, description, ...fields }).map(
    ([name, value]) => `${name}: ${yamlOf(value)}`,
  );
  await writeFile(file, `---\n${lines.join('\n')}\n---\n\n${body.trim()}\n`);
  await writeFile(join(dirname(file), pictureName), picture);
}
