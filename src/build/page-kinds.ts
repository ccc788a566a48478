/** Pages that are made in other ways than by rendering them. */
import { recordsPath } from '#lib/search-parts.ts';

interface Page {
  readonly file: string;
}

/** Whether a page is not published itself, but an index that is made of it. */
export const isRecords = ({ file }: Page): boolean => recordsPath.test(file);

export const isCard = ({ file }: Page): boolean => /^cards\/.+\.png$/.test(file);
