#!/usr/bin/env node
// The fuzz tests of every boundary, many times over. A seed that found something repeats it.
//   node scripts/fuzz.mjs [runs] [seed]
import { Advice, exitCodeOf, main } from './lib/project.mjs';

await main(() => {
  const [runs = '10000', seed] = process.argv.slice(2);
  if (!/^\d{1,9}$/.test(runs)) throw new Advice('Say how many runs: node scripts/fuzz.mjs 10000');
  const env = {
    ...process.env,
    PATTERNBOX_FUZZ_RUNS: runs,
    ...(seed === undefined ? {} : { PATTERNBOX_FUZZ_SEED: seed }),
  };
  const parameters = [
    'vitest',
    'run',
    '--project',
    'unit',
    'test/unit/fuzz',
    '--testTimeout',
    '3600000',
  ];
  return exitCodeOf('npx', parameters, { env });
});
