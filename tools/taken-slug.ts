import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSource } from '#build/front-matter.ts';
import { listFiles } from '#build/walk.ts';

/** The file that has a slug in an edition, whatever its folder, or that had it before; undefined if it is free. */
export async function fileWithSlug(
  contentDir: string,
  edition: string,
  slug: string,
): Promise<string | undefined> {
  const folder = join(contentDir, 'articles', edition);
  const files = (await listFiles(folder)).filter((path) => path.endsWith('.md'));
  const named = files.find((path) => path.split('/').at(-1) === `${slug}.md`);
  const found = named ?? (await findAsync(files, (path) => redirects(join(folder, path), slug)));
  return found === undefined ? undefined : join(folder, found).replaceAll('\\', '/');
}

async function redirects(file: string, slug: string): Promise<boolean> {
  const text = await readFile(file, 'utf8');
  // Reading YAML is slow, and among ten thousand stories few have old names.
  if (!text.includes('redirectFrom') || !text.includes(slug)) return false;
  const { redirectFrom } = readSource(file, text).fields as { redirectFrom?: unknown };
  return Array.isArray(redirectFrom) && redirectFrom.includes(slug);
}

async function findAsync<T>(
  items: readonly T[],
  isRight: (item: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const item of items) if (await isRight(item)) return item;
  return undefined;
}
