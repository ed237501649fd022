/**
 * Offsets and positions of one text. Offsets count UTF-16 units of the text as read; positions do
 * not count a byte order mark, as no editor does.
 */
import type { Base1Position, Location } from './positions.ts';
import type { ModuleSource } from './record.ts';

const BYTE_ORDER_MARK = 0xfeff;

/** Converts between offsets and positions of one text. */
export interface TextIndex {
  readonly offsetAt: (position: Base1Position) => number;
  readonly positionAt: (offset: number) => Base1Position;
}

/** Where lines end in editors, and so in the source of a map. */
const AUTHORED = /\r\n|[\n\r]/g;
/** Where they end for TypeScript and V8, and so in the generated text of a map. */
const COMPILED = /\r\n|[\n\r\u2028\u2029]/g;

function lineStartsOf(text: string, lineEnds: RegExp): number[] {
  const starts = [text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0];
  for (const { index, 0: lineEnd } of text.matchAll(lineEnds)) {
    starts.push(index + lineEnd.length);
  }
  return starts;
}

/** The greatest `i` with `get(i) <= target`, or -1. */
function lastAtMost(length: number, get: (i: number) => number, target: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (get(middle) <= target) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Prepares an authored text for conversions; positions outside it are moved to its nearest end. */
export function indexText(text: string): TextIndex {
  return indexLines(text, lineStartsOf(text, AUTHORED));
}

/** The same for compiled code. */
export function indexCode(code: string): TextIndex {
  return indexLines(code, lineStartsOf(code, COMPILED));
}

function indexLines(text: string, starts: readonly number[]): TextIndex {
  const startOf = (line: number): number => starts[line] ?? text.length;
  return {
    offsetAt: ({ line, column }) => {
      const index = Math.min(Math.max(line, 1), starts.length) - 1;
      return Math.min(Math.max(startOf(index) + column - 1, 0), text.length);
    },
    positionAt: (offset) => {
      const line = Math.max(lastAtMost(starts.length, startOf, offset), 0);
      return { line: line + 1, column: Math.max(offset - startOf(line), 0) + 1 };
    },
  };
}

/** The end offset of the innermost authored node that begins at `start`, where one does. */
export function extentEnd(source: ModuleSource, start: number): number | undefined {
  const { extents } = source;
  const index = lastAtMost(extents.length / 2, (i) => extents[2 * i] ?? Infinity, start);
  return index >= 0 && extents[2 * index] === start ? extents[2 * index + 1] : undefined;
}

/** The location of an authored position, with the end of the node that begins there. */
export function locationAt(source: ModuleSource, text: TextIndex, at: Base1Position): Location {
  const start = { file: source.path, line: at.line, column: at.column };
  const end = extentEnd(source, text.offsetAt(at));
  if (end === undefined) return start;
  const { line, column } = text.positionAt(end);
  return { ...start, endLine: line, endColumn: column };
}
