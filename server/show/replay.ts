/** Draws what a replay found: one line a scenario, the differences below it. */
import { printable } from '../protocol/index.ts';
import type { ReplayFailure, ReplayResult, ScenarioResult } from '../replay/index.ts';
import { errorLines } from './error.ts';
import { indent, styleFor } from './style.ts';
import type { Style } from './style.ts';
import { valueLines } from './values.ts';

/** The pretty form of a replay, with a last line that counts. */
export function showReplay(
  { scenarios }: ReplayResult,
  { color }: { readonly color: boolean },
): string {
  const style = styleFor(color);
  const total = (field: 'passed' | 'failed'): number =>
    scenarios.reduce((sum, scenario) => sum + scenario[field], 0);
  return [
    ...scenarios.flatMap((scenario) => scenarioLines(scenario, style)),
    '',
    style.dim(`${total('passed')} passed, ${total('failed')} failed`),
  ].join('\n');
}

function scenarioLines(scenario: ScenarioResult, style: Style): string[] {
  const { name, passed, failed, failures, error } = scenario;
  const good = failed === 0 && error === null;
  const mark = good ? style.green('✓') : style.red('✗');
  const counts = style.dim(`${passed} of ${passed + failed} values`);
  return [
    `${mark} ${printable(name)} ${counts}`,
    ...indent(failures.flatMap((failure) => failureLines(failure, style))),
    ...(error === null ? [] : indent(errorLines(error, { style, debug: false }))),
  ];
}

function failureLines({ step, path, expected, actual }: ReplayFailure, style: Style): string[] {
  return [
    `${style.dim(`step ${step}`)} ${printable(path)}`,
    ...indent(sideLines('expected', expected, style)),
    ...indent(sideLines('actual', actual, style)),
  ];
}

function sideLines(side: string, value: unknown, style: Style): string[] {
  const [first = '', ...rest] = value === undefined ? ['undefined'] : valueLines(value, style);
  return [`${side.padEnd(8)} ${first}`, ...indent(rest, ' '.repeat(9))];
}
