/** A thread that scans folders for `scanOnThread`. */
import { scan } from './site-scan.ts';
import { answerAll } from './thread.ts';

answerAll((folder: string) => Promise.resolve(scan(folder)));
