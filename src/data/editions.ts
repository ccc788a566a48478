import { readCarried } from '#build/carried-list.ts';
import { type CarriedFile, type CarriedFiles, isStillPublished } from '#lib/carried.ts';
import { type Edition, editions } from '#site.ts';
import { getArticles } from './articles.ts';

const carried = readCarried();

/** What can be downloaded; without the files that hold a story which is no longer published. */
const files = (carried?.files ?? []).filter((file) => {
  const edition = editions.find(({ id }) => id === file.edition);
  const published = new Set(edition ? getArticles(edition).map(({ slug }) => slug) : []);
  return isStillPublished(file, published);
});

export const getCarriedFiles = (): readonly CarriedFile[] => files;

/** What an edition offers, and when it was made. */
export const getCarried = (edition: Pick<Edition, 'id'>): CarriedFiles | undefined => {
  const own = files.filter((file) => file.edition === edition.id);
  return carried && own.length > 0 ? { madeAt: carried.madeAt, files: own } : undefined;
};

export { readCarriedFile as getCarriedFile } from '#build/carried-list.ts';
