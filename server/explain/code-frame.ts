/** The authored lines around a place, with a mark under it. */
import { codeFrameColumns } from '@babel/code-frame';
import type { Location, ModuleSource } from '../protocol/index.ts';

/** Longest line that is shown; generated data can be one line of megabytes. */
const MAX_LINE = 400;

/** Draws the code frame as plain text; null when the line is too long to help. */
export function codeFrame(source: ModuleSource, location: Location): string | null {
  const text = source.text.replace(/^\ufeff/, '');
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/, location.line + 3);
  if (lines.slice(Math.max(location.line - 3, 0)).some(({ length }) => length > MAX_LINE)) {
    return null;
  }
  const { line, column, endLine, endColumn } = location;
  const oneLine = endLine === line && endColumn !== undefined && endColumn > column;
  // The end column is exclusive here and inclusive there.
  const mark = oneLine
    ? { start: { line, column }, end: { line, column: endColumn } }
    : { start: { line, column } };
  return codeFrameColumns(text, mark, { highlightCode: false, linesAbove: 2, linesBelow: 2 });
}
