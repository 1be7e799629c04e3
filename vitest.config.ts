import { defineConfig } from 'vitest/config';

const endToEnd = 'test/e2e/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/**/*.test.ts'],
          exclude: [endToEnd, 'test/prove/**', 'test/bench/**'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // Real browser windows: one file after the other, when nothing else runs.
        test: {
          name: 'e2e',
          include: [endToEnd],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
