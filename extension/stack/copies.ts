/** The stack of a run as text for people, and as a report for tools. */
import {
  stackWords,
  type Frame,
  type RunResult,
  type TraceEntry,
} from '../../server/protocol/index.ts';
import { traceWords } from '../../server/protocol/messages/trace-words.ts';
import { rowOf } from '../webview/trace/model.ts';
import { errorNodes, frameName, placeOf } from './model.ts';

/** The errors with every frame, what led to them, and what happened in the run. */
export function traceText(file: string, result: RunResult | null): string {
  const lines = [stackWords.traceOf(file), ''];
  for (const { label, error, path } of result ? errorNodes(result) : []) {
    lines.push(label);
    const { during, builtAt, pattern } = error;
    if (during !== undefined) lines.push(`  ${stackWords.during(during, pattern)}`);
    if (builtAt) lines.push(`  ${stackWords.builderCall}: ${placeOf(builtAt)}`);
    lines.push(...error.frames.map(frameLine));
    if (path.length > 0) lines.push(`  ${stackWords.reactivePath}:`, ...path.map(entryLine));
    lines.push('');
  }
  const events = result?.trace?.events ?? [];
  if (events.length > 0) lines.push(stackWords.happened, ...events.map(entryLine));
  if (result?.trace?.truncated) lines.push(`  ${stackWords.truncated}`);
  return `${lines.join('\n').trimEnd()}\n`;
}

function frameLine(frame: Frame): string {
  const kind = stackWords.frameKinds[frame.kind];
  const repeated = frame.repeated === undefined ? '' : ` ${stackWords.repeated(frame.repeated)}`;
  const place = frame.mapped ? placeOf(frame) : frame.file;
  return `  [${kind}] ${frameName(frame)} (${place})${repeated}`;
}

function entryLine(entry: TraceEntry): string {
  const { at, kind, subject, detail, location } = rowOf(entry);
  const place = location === null ? '' : ` (${placeOf(location)})`;
  return `  ${traceWords.time(at)} ${traceWords.kinds[kind]} ${subject} ${detail}${place}`;
}

/**
 * The report as JSON. It has what explains an error and leaves out what the pattern computed: that
 * may be private, and frames and traces are enough to find a fault.
 */
export function traceReport(result: RunResult | null, version: string): string {
  if (result === null) return '';
  const { file, export: exported, outcome, error, errors, waiting, usage, trace } = result;
  const paths = errorNodes(result).map(({ path }) => path);
  const report = {
    schemaVersion: 1,
    product: { name: 'patternbox', version },
    file,
    export: exported,
    outcome,
    error,
    errors,
    reactivePaths: paths,
    waiting,
    usage,
    trace: trace ?? null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
