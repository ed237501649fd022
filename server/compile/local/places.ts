/** Authored places: offsets to 1-based positions, and diagnostics at them. */
import type * as ts from 'typescript';
import type { Base1Position, Diagnostic, Message, Severity } from '../../protocol/index.ts';

/** The 1-based position of a tree offset. */
export function positionAt(file: ts.SourceFile, offset: number): Base1Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** A diagnostic over the tree offsets `start` to `end` of a file. */
export function diagnosticAt(
  file: ts.SourceFile,
  start: number,
  end: number,
  message: Message,
  severity: Severity = 'error',
): Diagnostic {
  return {
    code: message.code,
    severity,
    message: message.text,
    file: file.fileName,
    range: { start: positionAt(file, start), end: positionAt(file, end) },
    help: message.help,
  };
}

/** A diagnostic over one node. */
export function diagnosticFor(
  file: ts.SourceFile,
  node: ts.Node,
  message: Message,
  severity?: Severity,
): Diagnostic {
  return diagnosticAt(file, node.getStart(file), node.end, message, severity);
}

/** Numbers the places that the compiled code stores while it runs; 0 is the module itself. */
export interface SiteTable {
  readonly add: (offset: number) => number;
  readonly positions: readonly Base1Position[];
}

/** Makes an empty site table; the same place asked for twice has one number. */
export function createSiteTable(file: ts.SourceFile): SiteTable {
  const positions: Base1Position[] = [{ line: 1, column: 1 }];
  const numbers = new Map<number, number>();
  return {
    positions,
    add: (offset) => {
      const known = numbers.get(offset);
      if (known !== undefined) return known;
      numbers.set(offset, positions.length);
      return positions.push(positionAt(file, offset)) - 1;
    },
  };
}
