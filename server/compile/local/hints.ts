/** What is allowed in a pattern file, and worth a word to its author. */
import * as ts from 'typescript';
import { debuggerStatement } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { diagnosticFor } from './places.ts';

/** A hint at each `debugger` statement, which only a debugged run takes notice of. */
export function debuggerHints(file: ts.SourceFile): Diagnostic[] {
  if (!file.text.includes('debugger')) return [];
  const found: Diagnostic[] = [];
  const walk = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.DebuggerStatement) {
      found.push(diagnosticFor(file, node, debuggerStatement({}), 'hint'));
    }
    node.forEachChild(walk);
  };
  walk(file);
  return found;
}
