/** Finds and reads the fixtures beside a pattern: `counter.fixtures.json` for `counter.tsx`. */
import path from 'node:path';
import { fixturesInvalid, parseFixtures } from '../protocol/index.ts';
import type { Fixtures, RunError } from '../protocol/index.ts';
import type { FileSource } from './api.ts';
import { errorOf } from './errors.ts';

/** The fixtures of a file, none, or the error that says why they cannot be used. */
export function readFixtures(
  files: FileSource,
  file: string,
): { readonly fixtures: Fixtures | undefined } | { readonly error: RunError } {
  for (const candidate of candidates(path.resolve(file))) {
    const text = files.read(candidate);
    const problem = text === undefined ? files.problem(candidate) : null;
    if (text === undefined && problem === null) continue;
    const parsed = text === undefined ? { reason: problem ?? '' } : parseFixtures(text);
    if ('fixtures' in parsed) return parsed;
    const { reason } = parsed;
    const message = fixturesInvalid({ file: path.basename(candidate), reason });
    return { error: errorOf('RuntimeError', message) };
  }
  return { fixtures: undefined };
}

/** The fixtures file that belongs to a pattern file. */
export function fixturesFileOf(file: string): string {
  return `${file.replace(/\.[cm]?tsx?$/, '')}.fixtures.json`;
}

/** A test without fixtures of its own has those of the pattern that it is named after. */
function candidates(file: string): string[] {
  const tested = file.replace(/\.test(\.[cm]?tsx?)$/, '$1');
  return [...new Set([file, tested])].map(fixturesFileOf);
}
