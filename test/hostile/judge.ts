/** Compares what came of a hostile pattern with what its source says must come of it. */
import { isDeepStrictEqual } from 'node:util';
import type { RunError, RunResult } from '../../server/protocol/index.ts';
import type { ExpectedError, HostileCase } from './case.ts';
import type { World } from './world.ts';

/** Whether `actual` has everything of `expected`; objects may have more. */
export function includes(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    return isDeepStrictEqual(actual, expected);
  }
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(expected).every(([key, value]) =>
    includes((actual as Record<string, unknown>)[key], value),
  );
}

const show = (value: unknown): string =>
  (value === undefined ? 'undefined' : JSON.stringify(value)).slice(0, 600);

function errorLines(errors: readonly RunError[], folder: string): string[] {
  return errors.map(({ type, code, location }) => {
    const file = location?.file.replace(`${folder}/`, '') ?? '-';
    return `${file}:${location?.line ?? '-'} ${type} ${code}`;
  });
}

const lineOf = ({ file, line, type, code }: ExpectedError): string =>
  `${file ?? '-'}:${line ?? '-'} ${type} ${code}`;

/** The exact errors, or one of the loose ones, whose place may be missing. */
function isExpected(found: readonly string[], expected: readonly ExpectedError[]): boolean {
  const loose = expected.filter((one) => one.loose);
  if (loose.length === 0) return isDeepStrictEqual(found, expected.map(lineOf).sort());
  const [only = '', ...more] = found;
  return (
    more.length === 0 &&
    loose.some((one) => [lineOf(one), lineOf({ ...one, file: null, line: null })].includes(only))
  );
}

/** Everything that is wrong with the outcome of a case, as sentences. */
export function judge(expected: HostileCase, result: RunResult, world: World): string[] {
  const problems = [...world.damage(), ...world.leaks(JSON.stringify(result))];
  const all = [...(result.error ? [result.error] : []), ...result.errors];
  // The same error many times counts once.
  const found = [...new Set(errorLines(all, expected.class))].sort();
  if (!isExpected(found, expected.errors)) {
    const wanted = show(expected.errors.map(lineOf));
    const texts = show(all.map(({ message }) => message));
    problems.push(`expected the errors ${wanted}, got ${show(found)}: ${texts}`);
  }
  if (result.success !== (expected.errors.length === 0))
    problems.push(`success is ${result.success}`);
  if (expected.outcome !== null && result.outcome !== expected.outcome) {
    problems.push(`the outcome is ${result.outcome}`);
  }
  if (expected.result !== undefined && !includes(result.result, expected.result)) {
    problems.push(`expected the result ${show(expected.result)}, got ${show(result.result)}`);
  }
  const mark = expected.console;
  if (mark && !result.console.some(({ text }) => mark.test(text))) {
    problems.push(`no console line ${String(mark)} in ${show(result.console)}`);
  }
  return problems;
}
