/** A thread that makes indexes of lists of records. */
import { closeIndexer, searchFiles } from './search-index.ts';
import { answerAll } from './thread.ts';

export interface RecordList {
  /** As its page is published, which it is not: the index stands in its place. */
  readonly path: string;
  readonly list: Uint8Array;
}

answerAll(({ path, list }: RecordList) => searchFiles(path, list), closeIndexer);
