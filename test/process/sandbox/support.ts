/** A pool over real processes, for one test file. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import { createPool } from '../../../server/sandbox/index.ts';
import type { Pool, PoolOptions } from '../../../server/sandbox/index.ts';
import { buildSandbox } from './build-sandbox.ts';
import { openIn } from './modules.ts';
import type { Modules, Options, Outcome } from './modules.ts';

export { functor, openIn, patternOf, recordsOf } from './modules.ts';

export interface TestPool {
  readonly pool: () => Pool;
  readonly sandboxDir: () => string;
  /** Opens, and closes at once. */
  readonly runOnce: (modules: Modules, options?: Options) => Promise<Outcome>;
}

/** A pool for one test file, gone with all its processes after it. */
export function useSandbox(options: Partial<PoolOptions> = {}): TestPool {
  let pool: Pool | undefined;
  let sandboxDir = '';
  beforeAll(async () => {
    sandboxDir = await buildSandbox();
    // The same tests on another runtime: PATTERNBOX_TEST_NODE=/path/to/node.
    const execPath = process.env['PATTERNBOX_TEST_NODE'];
    pool = createPool({
      sandboxDir,
      spares: 1,
      ...(execPath === undefined ? {} : { execPath }),
      ...options,
    });
  });
  afterAll(async () => {
    await pool?.dispose();
    rmSync(sandboxDir, { recursive: true, force: true });
  });
  const use = (): Pool => {
    if (!pool) throw new Error('The pool exists within tests only.');
    return pool;
  };
  return {
    pool: use,
    sandboxDir: () => sandboxDir,
    runOnce: async (modules, runOptions) => {
      const outcome = await openIn(use(), modules, runOptions);
      outcome.run.close();
      return outcome;
    },
  };
}
