// The suites that vitest runs.
import { at, exitCodeOf } from '../lib/project.mjs';
import { collect, summaryVariable } from '../lib/summary.mjs';

/** Runs one project of vitest.config.ts, or those of its files whose path holds a text. */
export const runVitest = (project, environment = {}, wanted = '') =>
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
        ...(wanted === '' ? [] : [wanted]),
      ],
      { env: { ...process.env, ...environment, [summaryVariable]: file } },
    ),
  );
