// The suites that vitest runs.
import { at, exitCodeOf } from '../lib/project.mjs';
import { collect, summaryVariable } from '../lib/summary.mjs';

/** Runs one project of vitest.config.ts. */
export const runVitest = (project, environment = {}) =>
  collect((file) =>
    exitCodeOf(
      process.execPath,
      [
        at('node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        project,
        '--reporter=default',
        `--reporter=${at('scripts/lib/vitest-summary.mjs')}`,
      ],
      { env: { ...process.env, ...environment, [summaryVariable]: file } },
    ),
  );
