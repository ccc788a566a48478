/** A thread that reads files of the content for `readOnThreads`. */
import { workerData } from 'node:worker_threads';
import { type FileToRead, readRecords } from './file-record.ts';
import { answerAll } from './thread.ts';

const { contentDir, siteUrl } = workerData as { contentDir: string; siteUrl: string };
const read = readRecords({ contentDir, siteUrl: new URL(siteUrl) });

answerAll((files: readonly FileToRead[]) => read(files));
