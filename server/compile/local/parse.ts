/** Parses one authored file. Positions of the tree are offsets into the text without its mark. */
import * as ts from 'typescript';

const BYTE_ORDER_MARK = 0xfeff;

export interface ParsedFile {
  readonly file: ts.SourceFile;
  /** How much a tree offset must be moved to be an offset of the text as read. */
  readonly shift: number;
}

function scriptKindOf(path: string): ts.ScriptKind {
  if (path.endsWith('.tsx') || path.endsWith('.jsx')) return ts.ScriptKind.TSX;
  return /\.[cm]?js$/.test(path) ? ts.ScriptKind.JSX : ts.ScriptKind.TS;
}

/** A `#!` line would end up inside the functor; blanks keep every position. */
function blankShebang(text: string): string {
  return text.replace(/^#![^\r\n\u2028\u2029]*/, (line) => ' '.repeat(line.length));
}

/**
 * Where lines begin for editors and for source maps. TypeScript also counts the two separators of
 * Unicode, which would put everything behind one of them on a wrong line.
 */
function lineStarts(text: string): number[] {
  return [
    0,
    ...Array.from(text.matchAll(/\r\n|\r|\n/gu), ({ 0: end, index }) => index + end.length),
  ];
}

/**
 * Parses as a script on purpose: imports and exports are rewritten here, so TypeScript's own module
 * transforms must find nothing to do.
 */
export function parseFile(path: string, text: string): ParsedFile {
  const shift = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  const file = ts.createSourceFile(
    path,
    blankShebang(text.slice(shift)),
    {
      languageVersion: ts.ScriptTarget.ES2022,
      setExternalModuleIndicator: () => undefined,
    },
    true,
    scriptKindOf(path),
  );
  Object.defineProperty(file, 'lineMap', { value: lineStarts(file.text), writable: true });
  return { file, shift };
}
