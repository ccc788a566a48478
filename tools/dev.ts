/** npm run dev: a live preview, drafts included. */
import { fail } from './environment.ts';
import { parseArgs } from 'node:util';
import { dev } from 'astro';

try {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  await dev({ server: { port: Number(values.port) } });
} catch (error) {
  fail(error);
}
