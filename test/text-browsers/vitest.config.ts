import { defineConfig } from 'vitest/config';

/** Apart from `npm test`, for w3m and lynx come with the system and not with npm. */
export default defineConfig({
  test: {
    name: 'text-browsers',
    include: ['test/text-browsers/reading.ts'],
    globalSetup: ['test/build-site.ts'],
    hookTimeout: 120_000,
  },
});
