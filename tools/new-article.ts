/** npm run new -- "Headline": a new article file, ready to fill in. */
import { createInterface } from 'node:readline/promises';
import { settings } from '#settings.ts';
import { startArticle } from './start-article.ts';

const terminal = process.stdin.isTTY
  ? createInterface({ input: process.stdin, output: process.stdout })
  : undefined;
// Without this, Ctrl+D would leave a question open for ever.
const gone = new AbortController();
terminal?.once('close', () => {
  gone.abort();
});

try {
  const ask = terminal && ((question: string) => terminal.question(question, gone));
  console.log(await startArticle(process.argv.slice(2), { ...settings, ask }));
} catch (error) {
  const isStopped = error instanceof Error && error.name === 'AbortError';
  console.error(
    isStopped ? '\nStopped. Nothing was written.' : error instanceof Error ? error.message : error,
  );
  process.exitCode = 1;
} finally {
  terminal?.close();
}
