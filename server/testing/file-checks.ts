/** The checks on a test file as a whole: errors and console output that nobody expected. */
import { consoleNotAllowed, errorsMissing } from '../protocol/index.ts';
import type { ErrorType, Message, RunError, RunResult } from '../protocol/index.ts';
import { isObject } from './plan.ts';

/** Makes an error about the file. */
export type MakeError = (type: ErrorType, message: Message) => RunError;

/** The first check that fails, or null. */
export function checkFile(result: RunResult, make: MakeError): RunError | null {
  const flags = isObject(result.result) ? result.result : {};
  const errors = [result.error, ...result.errors].filter((error) => error !== null);
  return (
    unexpectedError(errors, flags) ??
    missingErrors(errors.length, flags.expectRuntimeErrors, make) ??
    consoleError(result, flags, make)
  );
}

type Flags = Readonly<Record<string, unknown>>;

function unexpectedError(errors: readonly RunError[], flags: Flags): RunError | null {
  const [first = null] = errors;
  if (flags.expectRuntimeErrors !== undefined && flags.expectRuntimeErrors !== false) return null;
  return allowed(flags.allowRuntimeErrors, errors.length) ? null : first;
}

/** `true` allows any number, a number that many. */
function allowed(flag: unknown, count: number): boolean {
  return count === 0 || flag === true || (typeof flag === 'number' && count <= flag);
}

function missingErrors(count: number, expected: unknown, make: MakeError): RunError | null {
  if (expected === undefined || expected === false) return null;
  const met = expected === true ? count > 0 : count === expected;
  if (met) return null;
  const wanted = typeof expected === 'number' ? expected : 1;
  return make('RuntimeError', errorsMissing({ expected: wanted, actual: count }));
}

function consoleError({ console }: RunResult, flags: Flags, make: MakeError): RunError | null {
  const unexpected = [
    { level: 'error', flag: 'allowConsoleErrors' },
    { level: 'warn', flag: 'allowConsoleWarnings' },
  ] as const;
  for (const { level, flag } of unexpected) {
    const lines = console.filter((line) => line.level === level);
    const [first] = lines;
    if (first !== undefined && !allowed(flags[flag], lines.length)) {
      return make('RuntimeError', consoleNotAllowed({ level, text: first.text, flag }));
    }
  }
  return null;
}
