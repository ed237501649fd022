/** Fixes of views: the names of elements and events. */
import * as ts from 'typescript';
import { fixWords } from '../../protocol/index.ts';
import type { Fix, Scene } from './scene.ts';

/** PB1030: the name as it is known, at both ends of an element. */
export function renameInView({ file, node, replacement }: Scene): Fix | undefined {
  if (!replacement) return undefined;
  const name = wholeName(node);
  const { parent } = name;
  const closing =
    ts.isJsxOpeningElement(parent) && ts.isJsxElement(parent.parent)
      ? [parent.parent.closingElement.tagName]
      : [];
  const changes = [name, ...closing].map((each) => ({
    start: each.getStart(file),
    end: each.getEnd(),
    text: replacement,
  }));
  return { title: fixWords.replaceWith(replacement), changes };
}

/** A name with a colon or a dot is a node around its parts. */
function wholeName(node: ts.Node): ts.Node {
  const { parent } = node;
  const isPart = ts.isJsxNamespacedName(parent) || ts.isPropertyAccessExpression(parent);
  return isPart ? wholeName(parent) : node;
}
