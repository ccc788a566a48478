/** A thread that reads files of the content for `readOnThreads`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type FileToRead, readRecords } from './file-record.ts';

const { contentDir, siteUrl } = workerData as { contentDir: string; siteUrl: string };
const read = readRecords({ contentDir, siteUrl: new URL(siteUrl) });

parentPort?.on('message', (files: readonly FileToRead[]) => {
  void read(files).then((records) => parentPort?.postMessage(records));
});
