/** Draws what pattern tests found: one line a step, the reason below a failed one. */
import { isDeepStrictEqual } from 'node:util';
import { printable, showWords } from '../protocol/index.ts';
import type { RunError } from '../protocol/index.ts';
import type { StepResult, TestFileResult, TestResult } from '../testing/index.ts';
import { errorLines, placeText } from './error.ts';
import { indent, styleFor } from './style.ts';
import type { Style } from './style.ts';

/** The pretty form of a test run; its last line counts the steps. */
export function showTests(
  { files, totals }: TestResult,
  { color }: { readonly color: boolean },
): string {
  const style = styleFor(color);
  const { passed, failed, skipped } = totals;
  return [
    showWords.foundTests(files.length),
    ...files.flatMap((file) => ['', ...fileLines(file, style)]),
    '',
    showWords.testTotals(passed, failed, skipped),
  ].join('\n');
}

function fileLines({ file, steps, error }: TestFileResult, style: Style): string[] {
  return [
    style.bold(printable(file)),
    ...indent(steps.flatMap((step) => stepLines(step, style))),
    ...(error === null || isTold(error, steps)
      ? []
      : indent(errorLines(error, { style, debug: false }))),
  ];
}

/** Whether a step has said already what is wrong with the whole file. */
function isTold(error: RunError, steps: readonly StepResult[]): boolean {
  return steps.some((step) => step.error !== null && isDeepStrictEqual(step.error, error));
}

function stepLines({ name, status, message, location, error }: StepResult, style: Style): string[] {
  const marks = { passed: style.green('✓'), failed: style.red('✗'), skipped: style.yellow('⊘') };
  const place = location === null ? '' : ` ${style.cyan(placeText(location))}`;
  const why = (message ?? '').split('\n').filter((line) => line !== '');
  return [
    `${marks[status]} ${name}${place}`,
    ...indent(why.map(printable)),
    ...(error === null ? [] : indent(errorLines(error, { style, debug: false }))),
  ];
}
