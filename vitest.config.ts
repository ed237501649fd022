import { defineConfig } from 'vitest/config';

/**
 * Three projects: `unit` needs nothing but the source and is the inner loop; `process` starts the
 * built server, sandbox and command line as real processes, so it builds them first; `ui` drives
 * the packaged extension in a browser and is started by `npm test -- ui`, which packages it.
 */
export default defineConfig({
  test: {
    projects: [
      // The first test of a file may load TypeScript, which takes seconds on a slow machine.
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          globalSetup: ['scripts/build.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'ui',
          include: ['test/editor/ui/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
