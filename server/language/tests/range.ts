/** Where a syntax node stands, as the editor counts. */
import type * as ts from 'typescript';
import type { Base0Range } from '../../protocol/index.ts';

/** The range of a node without the blanks and comments before it. */
export function rangeIn(file: ts.SourceFile, node: ts.Node): Base0Range {
  return {
    start: file.getLineAndCharacterOfPosition(node.getStart(file)),
    end: file.getLineAndCharacterOfPosition(node.getEnd()),
  };
}
