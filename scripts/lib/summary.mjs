// Counts of tests. Every runner leaves them in a file that the environment names.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** The environment variable that names the file. */
export const summaryVariable = 'PATTERNBOX_SUMMARY';

/**
 * @typedef {object} Summary
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 */

/** `PATTERNBOX_FILE=problems npm test -- editor` runs the files alone whose name holds that. */
export const wantedFile = () => process.env['PATTERNBOX_FILE'] ?? '';

/** @returns {Summary} */
export const skippedWhole = (name, reason) => ({
  passed: 0,
  failed: 0,
  skipped: [{ name, reason }],
});

/** @param {Summary[]} summaries */
export function total(summaries) {
  return {
    passed: summaries.reduce((sum, { passed }) => sum + passed, 0),
    failed: summaries.reduce((sum, { failed }) => sum + failed, 0),
    skipped: summaries.flatMap(({ skipped }) => skipped),
  };
}

/** The last line of a test run. @param {Summary} summary */
export function lineOf({ passed, failed, skipped }) {
  const counts = [`${passed} passed`, `${failed} failed`];
  if (skipped.length > 0) counts.push(`${skipped.length} skipped`);
  return counts.join(', ');
}

/**
 * Calls a runner with the name of a fresh file and reads what it left there. A runner that left
 * nothing, or that failed without a failed test, counts as one failure.
 * @param {(file: string) => Promise<number>} runner gives an exit code
 * @returns {Promise<Summary>}
 */
export async function collect(runner) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'patternbox-summary-'));
  const file = path.join(folder, 'summary.json');
  try {
    const code = await runner(file);
    const summary = JSON.parse(await readFile(file, 'utf8').catch(() => 'null'));
    if (summary === null) return { passed: 0, failed: 1, skipped: [] };
    return code !== 0 && summary.failed === 0 ? { ...summary, failed: 1 } : summary;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
