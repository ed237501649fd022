/** Compares what came of a hostile pattern with what its source says must come of it. */
import { isDeepStrictEqual } from 'node:util';
import type { RunError, RunResult } from '../../server/protocol/index.ts';
import type { HostileCase } from './case.ts';
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

const show = (value: unknown): string => JSON.stringify(value)?.slice(0, 600) ?? 'undefined';

function errorLines(errors: readonly RunError[], folder: string): string[] {
  return errors.map(({ type, code, location }) => {
    const file = location?.file.replace(`${folder}/`, '') ?? '-';
    return `${file}:${location?.line ?? '-'} ${type} ${code}`;
  });
}

/** Everything that is wrong with the outcome of a case, as sentences. */
export function judge(expected: HostileCase, result: RunResult, world: World): string[] {
  const problems = [...world.damage(), ...world.leaks(JSON.stringify(result))];
  const all = [...(result.error ? [result.error] : []), ...result.errors];
  const found = errorLines(all, expected.class).sort();
  const wanted = expected.errors
    .map(({ file, line, type, code }) => `${file ?? '-'}:${line ?? '-'} ${type} ${code}`)
    .sort();
  if (!isDeepStrictEqual(found, wanted)) {
    problems.push(
      `expected the errors ${show(wanted)}, got ${show(found)} ${show(all.map((e) => e.message))}`,
    );
  }
  if (result.success !== (wanted.length === 0)) problems.push(`success is ${result.success}`);
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
