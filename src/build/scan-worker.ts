/** A thread that scans a folder for `scanOnThread`. */
import { parentPort, workerData } from 'node:worker_threads';
import { scan } from './site-scan.ts';

parentPort?.postMessage(scan(workerData as string));
