/** Makes what readers can carry, from a site that was built. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import {
  type CarriedFile,
  type CarriedFiles,
  type CarriedForm,
  carriedName,
} from '#lib/carried.ts';
import { editions } from '#site.ts';
import { carriedBook } from './carried-book.ts';
import { carriedList } from './carried-list.ts';
import { carriedPage, type Copy } from './carried-page.ts';
import { carriedSite } from './carried-site.ts';
import { readStoryPages, type StoryPage } from './carried-story.ts';
import { sha256Of } from './digest.ts';

export interface Choice {
  /** How many of the newest stories a book or page holds at most. */
  readonly count: number;
  /** How old they may be at most, in days; any age where it is undefined. */
  readonly days?: number | undefined;
}

const chosen = (
  pages: readonly StoryPage[],
  { count, days }: Choice,
  madeAt: Date,
): readonly StoryPage[] =>
  pages
    .slice(0, count)
    .filter(
      ({ publishedAt }) =>
        days === undefined || madeAt.getTime() - publishedAt.getTime() <= days * 86_400_000,
    );

/** Writes the three forms of each edition that has stories into a folder that is there, and their list. */
export async function writeCarried(
  site: string,
  folder: string,
  madeAt: Date,
  choice: Choice,
): Promise<CarriedFiles> {
  const files: CarriedFile[] = [];
  for (const edition of editions) {
    const copy: Copy = { edition, madeAt };
    const full = await readStoryPages(site, edition, 'full');
    if (full.length === 0) continue;
    const add = async (form: CarriedForm, content: Uint8Array, stories: readonly string[]) => {
      const file = carriedName(edition, form, madeAt);
      await writeFile(join(folder, file), content);
      files.push({
        edition: edition.id,
        form,
        file,
        bytes: content.length,
        sha256: sha256Of(content),
        stories,
      });
    };
    const slugs = (pages: readonly StoryPage[]) => pages.map(({ slug }) => slug);
    await add('site', zip(await carriedSite(site, copy), madeAt), slugs(full));
    const newest = chosen(full, choice, madeAt);
    await add('book', zip(await carriedBook(site, newest, copy), madeAt), slugs(newest));
    const texts = chosen(await readStoryPages(site, edition, 'text'), choice, madeAt);
    const page = carriedPage(texts, copy);
    await add('page', Buffer.from(page.html), page.stories);
  }
  const carried = { madeAt, files };
  await writeFile(join(folder, carriedList), `${JSON.stringify(carried, null, 2)}\n`);
  return carried;
}

/** The files of a ZIP bear the day of the build, at noon, which every time zone's clock has. */
function zip(files: Zippable, madeAt: Date): Uint8Array {
  const mtime = new Date(madeAt.getUTCFullYear(), madeAt.getUTCMonth(), madeAt.getUTCDate(), 12);
  return zipSync(files, { level: 9, mtime, os: 3 });
}
