/** The patterns that a file exports, for code lenses. */
import * as ts from 'typescript';
import type { ApiCalls } from './api.ts';
import type { ModuleInterface } from './imports.ts';
import { rangeOfNode } from './imports.ts';
import { unwrap } from './references.ts';

/** A pattern found in a file. */
export interface PatternSummary {
  readonly exportName: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The patterns of a file by export name; each range begins at the statement that makes it. */
export function findPatterns(
  file: ts.SourceFile,
  calls: ApiCalls,
  modules: ModuleInterface,
): PatternSummary[] {
  const found: PatternSummary[] = [];
  const isPattern = (expression: ts.Expression | undefined): boolean => {
    const node = expression && unwrap(expression);
    if (!node || !ts.isCallExpression(node)) return false;
    const builder = calls.builderOf(node);
    return builder === 'pattern' || builder === 'recipe';
  };
  const add = (exportName: string, node: ts.Node): void => {
    const { start, end } = rangeOfNode(file, node);
    const { line, column } = start;
    found.push({ exportName, line, column, endLine: end.line, endColumn: end.column });
  };
  for (const node of file.statements) {
    if (ts.isExportAssignment(node) && isPattern(node.expression)) add('default', node);
    if (!ts.isVariableStatement(node)) continue;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (!ts.isIdentifier(name) || !isPattern(initializer)) continue;
      for (const [exported, local] of modules.exports) {
        if (local === name.text) add(exported, node);
      }
    }
  }
  return found;
}
