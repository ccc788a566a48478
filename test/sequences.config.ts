import { defineConfig } from 'vitest/config';

/** Apart from `npm test`, for it takes half an hour. SEEDS="1 2 3" chooses the sequences. */
export default defineConfig({
  test: {
    name: 'sequences',
    include: ['test/sequences.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
  },
});
