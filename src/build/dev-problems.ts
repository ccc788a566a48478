import type { AstroIntegration } from 'astro';

/** What is called out on the file watcher, which loaders and server share, with the problems in words. */
export const contentWasRead = 'content-was-read';

/** Shows problems with the content over the page in the browser, until they are mended. */
export const devProblems = (): AstroIntegration => ({
  name: 'dev-problems',
  hooks: {
    'astro:server:setup': ({ server }) => {
      let problems = '';
      const show = (): void => {
        if (problems === '') return;
        server.ws.send({ type: 'error', err: { message: problems, stack: '' } });
      };
      server.watcher.on(contentWasRead as 'all', (told: string) => {
        const wasWrong = problems !== '';
        problems = told;
        show();
        if (wasWrong && problems === '') server.ws.send({ type: 'full-reload' });
      });
      // A page that is opened while something is wrong.
      server.ws.on('connection', show);
    },
  },
});
