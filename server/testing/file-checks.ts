/** The checks on a test file as a whole: errors and console output that nobody expected. */
import {
  consoleNotAllowed,
  errorsMissing,
  nonIdempotenceMissing,
  nonIdempotent,
  renderedNothing,
} from '../protocol/index.ts';
import type { ErrorType, Message, RunError, RunResult } from '../protocol/index.ts';
import { isObject } from './plan.ts';
import { isRenderable } from './views.ts';

/** Makes an error about the file. */
export type MakeError = (type: ErrorType, message: Message) => RunError;

/** The first check that fails, or null. */
export function checkFile(result: RunResult, make: MakeError): RunError | null {
  const flags = isObject(result.result) ? result.result : {};
  const errors = [result.error, ...result.errors].filter((error) => error !== null);
  return (
    unexpectedError(errors, flags) ??
    missingErrors(errors.length, flags.expectRuntimeErrors, make) ??
    consoleError(result, flags, make) ??
    viewError(flags, make) ??
    idempotenceError(result, flags, make)
  );
}

/** The result of one of several participants. */
export function resultOf({ result }: RunResult, name: string): unknown {
  const all = isObject(result) ? result.participants : undefined;
  return isObject(all) ? all[name] : undefined;
}

/**
 * The first check that fails for one of several participants. What one of them allows stays
 * forbidden for the others; who of them runs a computation again is chance.
 */
export function checkParticipants(
  result: RunResult,
  names: readonly string[],
  make: MakeError,
): RunError | null {
  const views = names.map((name) => viewOf(result, name));
  const someoneFound = views.some(({ flags, found }) => expectsFindings(flags) && found);
  for (const { name, flags, found, own } of views) {
    const met = expectsFindings(flags) && !found && someoneFound;
    const judged = met ? { ...own, result: { ...flags, expectNonIdempotent: undefined } } : own;
    const error = checkFile(judged, make);
    if (error !== null) return { ...error, participant: name };
  }
  return null;
}

/** What of a result is one participant's; errors that are nobody's count for everyone. */
function viewOf(
  result: RunResult,
  name: string,
): {
  readonly name: string;
  readonly flags: Flags;
  readonly found: boolean;
  readonly own: RunResult;
} {
  const isOwn = ({ participant = name }: { readonly participant?: string }): boolean =>
    participant === name;
  const all = [result.error, ...result.errors].filter((error) => error !== null);
  const [error = null, ...errors] = all.filter(isOwn);
  const console = result.console.filter(isOwn);
  const diagnostics = result.diagnostics.filter(isOwn);
  const value = resultOf(result, name);
  const own = { ...result, result: value, error, errors, console, diagnostics };
  const flags = isObject(value) ? value : {};
  return { name, flags, found: idempotenceFindings(own).length > 0, own };
}

function expectsFindings({ expectNonIdempotent: expected }: Flags): boolean {
  return expected !== undefined && expected !== false;
}

function idempotenceFindings({ diagnostics }: RunResult): RunResult['diagnostics'] {
  return diagnostics.filter(({ code }) => code === nonIdempotent.definition.code);
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
    const lines = console.filter((line) => line.level === level && line.loading !== true);
    const [first] = lines;
    if (first !== undefined && !allowed(flags[flag], lines.length)) {
      return make('RuntimeError', consoleNotAllowed({ level, text: first.text, flag }));
    }
  }
  return null;
}

/** A test pattern with a view of its own keeps it drawn. */
function viewError({ $UI: view }: Flags, make: MakeError): RunError | null {
  return isRenderable(view) ? null : make('RuntimeError', renderedNothing({}));
}

/** Computations that gave something else when they ran again at the end. */
function idempotenceError(result: RunResult, flags: Flags, make: MakeError): RunError | null {
  const found = idempotenceFindings(result);
  const expected = flags.expectNonIdempotent;
  const [first] = found;
  if (!expectsFindings(flags)) {
    if (first === undefined) return null;
    const help = nonIdempotent({ place: '', cells: '' }).help;
    const { file, range, code, message } = first;
    const error = make('RuntimeError', { code, text: message, help });
    const { start, end } = range;
    return {
      ...error,
      location: { file, ...start, endLine: end.line, endColumn: end.column },
    };
  }
  const met = typeof expected === 'number' ? found.length === expected : found.length > 0;
  if (met) return null;
  const wanted = typeof expected === 'number' ? expected : 1;
  return make('RuntimeError', nonIdempotenceMissing({ expected: wanted, actual: found.length }));
}
