/** npm run dev: a live preview, drafts included. */
import './environment.ts';
import { dev } from 'astro';
import { fail } from './build.ts';

await dev({}).catch(fail);
