#!/usr/bin/env node
// The fuzz tests of every boundary, many times over, and how many branches of each parser they have
// reached. A seed that found something repeats it.
//   node scripts/fuzz.mjs [runs] [seed]
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Advice, exitCodeOf, main } from './lib/project.mjs';

/** The parsers of everything that comes from outside, each with the boundary that it stands at. */
const parsers = {
  'server/protocol/frame.ts': 'bytes of the sandbox',
  'server/protocol/wire.ts': 'messages of the sandbox',
  'server/protocol/host-calls.ts': 'requests of a pattern to the host',
  'server/guest/encode.ts': 'results of a pattern',
  'server/guest/thrown.ts': 'thrown values',
  'server/explain/frames.ts': 'stacks',
  'server/explain/modules.ts': 'source maps',
  'server/replay/scenario.ts': 'scenario files',
  'server/replay/expectation.ts': 'expected values',
  'server/protocol/fixtures.ts': 'fixtures files',
  'server/protocol/permissions.ts': 'permission rules',
  'server/grants/net-rules.ts': 'addresses',
  'server/grants/virtual-name.ts': 'names of data files',
  'extension/settings.ts': 'settings',
  'server/protocol/client.ts': 'requests of the editor',
  'server/cli/requests.ts': 'request lines',
  'server/engine/streams.ts': 'streams of a result',
  'server/sandbox/usage-text.ts': 'usage of a process',
  'server/compile/local/parse.ts': 'sources, parsed',
  'server/compile/local/refuse.ts': 'sources, refused',
};
const WANTED = 90;

/** The best of what the test files have reached, by file. */
async function reached(folder) {
  const best = new Map();
  for (const name of await readdir(folder)) {
    for (const each of JSON.parse(await readFile(path.join(folder, name), 'utf8'))) {
      const known = best.get(each.file);
      if (!known || each.taken / each.all > known.taken / known.all) best.set(each.file, each);
    }
  }
  return best;
}

/** Prints the branches of each parser; false if one has too few. */
async function report(folder) {
  const best = await reached(folder);
  let good = true;
  console.log('\nBranches reached');
  for (const [file, boundary] of Object.entries(parsers)) {
    const { taken, all, missed } = best.get(file) ?? { taken: 0, all: 0, missed: [] };
    const percent = all === 0 ? 0 : (100 * taken) / all;
    if (percent < WANTED) good = false;
    const mark = percent < WANTED ? '✗' : '✓';
    console.log(
      `${mark} ${percent.toFixed(0).padStart(3)} % ${`${taken}/${all}`.padStart(9)}  ${file} (${boundary})`,
    );
    if (percent < WANTED) for (const each of missed) console.log(`          ${each}`);
  }
  return good;
}

await main(async () => {
  const [runs = '10000', seed] = process.argv.slice(2);
  if (!/^\d{1,9}$/.test(runs)) throw new Advice('Say how many runs: node scripts/fuzz.mjs 10000');
  const folder = await mkdtemp(path.join(tmpdir(), 'patternbox-fuzz-'));
  const env = {
    ...process.env,
    PATTERNBOX_FUZZ_RUNS: runs,
    PATTERNBOX_FUZZ_COVERAGE: folder,
    ...(seed === undefined ? {} : { PATTERNBOX_FUZZ_SEED: seed }),
  };
  const where = ['--project', 'unit', 'test/unit/fuzz', '--testTimeout', '3600000'];
  try {
    const code = await exitCodeOf('npx', ['vitest', 'run', ...where], { env });
    return (await report(folder)) ? code : code || 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
