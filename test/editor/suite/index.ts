/**
 * What the extension host loads: runs the tests of its folder with mocha and leaves a summary for
 * the script that started it.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Summary {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
}

function follow(runner: Mocha.Runner): Summary {
  const summary: Summary = { passed: 0, failed: 0, skipped: [] };
  runner.on('pass', () => {
    summary.passed += 1;
  });
  runner.on('fail', () => {
    summary.failed += 1;
  });
  runner.on('pending', (test) => {
    summary.skipped.push({ name: test.fullTitle(), reason: 'skipped in its source' });
  });
  return summary;
}

/** Called by the editor; rejects when a test has failed. */
export async function run(): Promise<void> {
  // PATTERNBOX_GREP=debugging runs the tests of that name alone.
  const grep = process.env['PATTERNBOX_GREP'];
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 60_000,
    ...(grep === undefined ? {} : { grep }),
  });
  const wanted = process.env['PATTERNBOX_FILE'] ?? '';
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js') && file.includes(wanted))
      mocha.addFile(path.join(__dirname, file));
  }
  const summary = await new Promise<Summary>((resolve) => {
    const seen = follow(mocha.run(() => resolve(seen)));
  });
  const file = process.env['PATTERNBOX_SUMMARY'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(summary));
  if (summary.failed > 0) throw new Error(`${summary.failed} tests failed`);
}
