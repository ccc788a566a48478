/** Long sequences of random edits; after each step, the build is held against one that had nothing to go by. */
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { randomOf } from '#lib/random.ts';
import { halve, openWorkshop, spoil, type Workshop } from './workshop.ts';

const seeds = (process.env['SEEDS'] ?? '1 2 3 4').split(' ').map(Number);
const steps = 30;

/** What happens beside edits, now and then. */
const mishaps: Readonly<Record<string, (workshop: Workshop, step: number) => Promise<void>>> = {
  'a word is changed': ({ project }, step) =>
    project.change('src/i18n/words/en.ts', 'Skip to', `Skip ${step} to`),
  'a template is changed': ({ project }, step) =>
    project.change('src/layouts/BaseLayout.astro', '</main>', `<hr id="hr-${step}" /></main>`),
  'the allow-list is changed': ({ project }, step) =>
    project.change('src/markdown/rehype-clean.ts', '\n', `\n// ${step}\n`),
  'the address is changed': ({ settings }, step) => {
    settings['SITE_URL'] = `https://example.org/news-${step}/`;
    return Promise.resolve();
  },
  'a version is changed': ({ project }, step) =>
    project.change('package.json', '"version": "', `"version": "${step}.`),
  'files of the cache are spoiled': async ({ kept }) => {
    for (const [index, file] of (await kept(/\/made\/./)).entries()) {
      if (index % 7 === 0) await spoil(file);
      if (index % 7 === 1) await halve(file);
      if (index % 7 === 2) await rm(file);
    }
  },
  'lists of the cache are halved': async ({ kept }) => {
    for (const file of await kept(/\.json$/)) await halve(file);
  },
};

test.each(seeds)('sequence %i', async (seed) => {
  const workshop = await openWorkshop(seed);
  const random = randomOf(seed);
  let story = '';
  try {
    for (let step = 0; step < steps; step++) {
      story += `\n${step}. ${await workshop.edit(1 + random.below(4))}`;
      if (random.below(4) === 0) {
        const name = random.of(Object.keys(mishaps));
        story += `; ${name}`;
        await mishaps[name]?.(workshop, step);
      }
      expect((await workshop.build('--cold')).different, story).toEqual([]);
    }
  } finally {
    await workshop.project.remove();
  }
});
