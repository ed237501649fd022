/**
 * Positions in authored source. The editor counts from 0 (`character`), people, stack traces and
 * the command line count from 1 (`column`). The two shapes do not assign to each other, so an
 * off-by-one cannot type-check. Columns are UTF-16 code units; a tab is one.
 */

/** A place counted from zero, as the Language Server Protocol does. */
export interface Base0Position {
  readonly line: number;
  readonly character: number;
}

/** A place counted from one, as V8's stack frames and people do. */
export interface Base1Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open range counted from zero. */
export interface Base0Range {
  readonly start: Base0Position;
  readonly end: Base0Position;
}

/** A place in a file, counted from one, with its end where one is known. */
export interface Location extends Base1Position {
  /** Root-relative path with forward slashes; never a host path. */
  readonly file: string;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Converts to the editor's counting. */
export function toBase0(position: Base1Position): Base0Position {
  return { line: position.line - 1, character: position.column - 1 };
}

/** Converts to people's counting. */
export function toBase1(position: Base0Position): Base1Position {
  return { line: position.line + 1, column: position.character + 1 };
}

/** The range of a location in the editor's counting; a location without an end is one unit wide. */
export function rangeOf(location: Location): Base0Range {
  const start = toBase0(location);
  const end = toBase0({
    line: location.endLine ?? location.line,
    column: location.endColumn ?? location.column + 1,
  });
  return { start, end };
}
