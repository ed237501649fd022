/** Draws the result of a run for people. */
import { printable, showWords } from '../protocol/index.ts';
import type { ConsoleLine, RunResult } from '../protocol/index.ts';
import { diagnosticLines } from './diagnostics.ts';
import { errorLines, placeText } from './error.ts';
import { indent, styleFor } from './style.ts';
import type { Style } from './style.ts';
import { entriesOf, isVNode, keyText, valueLines } from './values.ts';
import { viewText } from './view.ts';

/** How a result is drawn; neither option changes what it says about the run. */
export interface ShowOptions {
  readonly color: boolean;
  readonly debug: boolean;
}

/** Keys of a result that are not drawn as outputs. */
const viewKeys = new Set(['$NAME', '$UI', '$TILE_UI', '$CHIP_UI']);

/** The pretty form of a run's result. */
export function showResult(result: RunResult, options: ShowOptions): string {
  const style = styleFor(options.color);
  const parts = [
    heading(result, style),
    titled('View', viewLines(result), style),
    titled('Result', outputLines(result, style), style),
    titled(
      'Console',
      result.console.map((line) => consoleLine(line, style)),
      style,
    ),
    titled('Waiting', waitingLines(result, style), style),
    ...errorParts(result, options, style),
    diagnosticLines(staticFindings(result), style),
    traceLines(result, style),
    [usageLine(result, style)],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

/** The whole result as JSON, as `--json` prints it. */
export function showJson(result: unknown): string {
  return JSON.stringify(result, null, 2);
}

function heading({ file, result, export: exported }: RunResult, style: Style): string[] {
  const name = entriesOf(result).find(([key]) => key === '$NAME')?.[1];
  const place = exported === 'default' ? file : `${file} (${exported})`;
  const where = style.dim(printable(place));
  return typeof name === 'string' ? [style.bold(printable(name)), where] : [where];
}

function titled(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : [style.dim(title), ...indent(lines)];
}

function viewLines({ result }: RunResult): string[] {
  const view = entriesOf(result).find(([key]) => key === '$UI')?.[1];
  const text = isVNode(view) || Array.isArray(view) ? viewText(view) : '';
  return text === '' ? [] : text.split('\n').map((line) => `│ ${line}`);
}

function outputLines({ result }: RunResult, style: Style): string[] {
  if (result === undefined) return [];
  const isOutputs = typeof result === 'object' && result !== null && !Array.isArray(result);
  if (!isOutputs || ('$type' in result && result.$type !== 'object')) {
    return valueLines(result, style);
  }
  const outputs = entriesOf(result).filter(([key]) => !viewKeys.has(key));
  const width = Math.min(Math.max(...outputs.map(([key]) => keyText(key).length), 0), 24);
  return outputs.flatMap(([key, value]) => {
    const lines = valueLines(value, style);
    if (lines.length > 1) return [keyText(key), ...indent(lines)];
    return [`${keyText(key).padEnd(width)}  ${lines.join('')}`];
  });
}

function consoleLine({ level, text, file, line, column }: ConsoleLine, style: Style): string {
  const shown = text.split('\n').map(printable).join('\n  ');
  const painted =
    level === 'error' ? style.red(shown) : level === 'warn' ? style.yellow(shown) : shown;
  if (file === null || line === null) return painted;
  return `${painted}  ${style.dim(placeText({ file, line, column: column ?? 1 }))}`;
}

function waitingLines({ waiting }: RunResult, style: Style): string[] {
  return waiting.map(({ at, for: path }) => {
    const place = at ? `  ${style.dim(placeText(at))}` : '';
    return `for ${printable(path)}${place}`;
  });
}

/** A finding that is the run's error is told there, with its code frame. */
function staticFindings({ diagnostics, error }: RunResult): RunResult['diagnostics'] {
  return diagnostics.filter(
    ({ code, message }) => code !== error?.code || message !== error.message,
  );
}

function errorParts(
  { error, errors }: RunResult,
  { debug }: ShowOptions,
  style: Style,
): readonly (readonly string[])[] {
  if (error === null) return [];
  return [error, ...errors].map((each) => errorLines(each, { style, debug }));
}

function traceLines({ trace }: RunResult, style: Style): string[] {
  if (trace === undefined || trace.events.length === 0) return [];
  return [style.dim(showWords.trace(trace.events.length, trace.truncated))];
}

function usageLine({ outcome, success, usage }: RunResult, style: Style): string {
  const mark = success ? style.green('✓') : style.red('✗');
  const parts = [
    showWords.outcomes[outcome],
    `${rounded(usage.wallTimeMs)} ms`,
    `CPU ${rounded(usage.cpuTimeMs)} ms`,
    `${rounded(usage.memoryUsedMb)} MB`,
  ];
  return `${mark} ${style.dim(parts.join(' · '))}`;
}

function rounded(value: number): string {
  return String(Number(value.toFixed(value < 10 ? 1 : 0)));
}
