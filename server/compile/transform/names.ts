/** Identifiers: imports become accesses, captured names become reads or references. */
import * as ts from 'typescript';
import type { Frame, Transform } from './context.ts';
import { isCaptured } from './context.ts';
import { namePath } from './paths.ts';
import { atSite } from './sites.ts';
import { isAssignmentOperator, unwrap } from '../local/references.ts';

/** A name in a position where its value is wanted. */
export function readName(t: Transform, node: ts.Identifier, frame: Frame): ts.Expression {
  const binding = t.analysed.scopes.lookup(node);
  if (binding?.kind === 'import') return t.make.mapped(t.imported(binding), node);
  if (!isCaptured(t, node, frame) || isWritten(node)) return node;
  const read = t.make.helper('r', [node]);
  return ts.setSourceMapRange(read, { pos: node.getStart(), end: endBeforeMember(node) });
}

/**
 * V8 reports `name.member` at the member but `read(name).member` at the dot, so the dot of the
 * emitted code is given the member's place.
 */
function endBeforeMember(node: ts.Identifier): number {
  const { parent } = node;
  const plain = ts.isPropertyAccessExpression(parent) && !parent.questionDotToken;
  return plain ? parent.name.getStart() : node.end;
}

function isWritten(node: ts.Identifier): boolean {
  let target: ts.Node = node;
  while (ts.isParenthesizedExpression(target.parent) || ts.isNonNullExpression(target.parent)) {
    target = target.parent;
  }
  const { parent } = target;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return (
      parent.operator === ts.SyntaxKind.PlusPlusToken ||
      parent.operator === ts.SyntaxKind.MinusMinusToken
    );
  }
  if (ts.isBinaryExpression(parent) && parent.left === target) {
    return isAssignmentOperator(parent.operatorToken.kind);
  }
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) {
    return parent.initializer === target;
  }
  return isInAssignmentPattern(target);
}

/** `[a, b] = …` and `({ a, k: b } = …)` write their names. */
function isInAssignmentPattern(node: ts.Node): boolean {
  const { parent } = node;
  if (
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent)
  ) {
    return isInAssignmentPattern(parent);
  }
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return parent.left === node && !ts.isIdentifier(node);
  }
  if (!ts.isArrayLiteralExpression(parent) && !ts.isObjectLiteralExpression(parent)) return false;
  const { parent: outer } = parent;
  if (ts.isBinaryExpression(outer) && outer.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    return outer.left === parent;
  }
  if (ts.isForOfStatement(outer)) return outer.initializer === parent;
  return isInAssignmentPattern(parent);
}

/**
 * An expression in a position that passes a reference on. With a `callee` that is a factory only
 * perhaps, the choice is left to run time.
 */
export function passOn(
  t: Transform,
  node: ts.Expression,
  frame: Frame,
  callee: ts.Expression | undefined,
): ts.Expression {
  const inner = unwrap(node);
  if (ts.isObjectLiteralExpression(inner)) return passObject(t, inner, frame, callee);
  if (ts.isArrayLiteralExpression(inner)) {
    const elements = inner.elements.map((element) =>
      ts.isSpreadElement(element) ? t.visit(element, frame) : passOn(t, element, frame, callee),
    );
    return t.context.factory.updateArrayLiteralExpression(inner, elements);
  }
  const reference = referenceTo(t, inner, frame);
  if (!reference) return atSite(t, node, frame);
  if (!callee) return reference;
  return t.make.mapped(
    t.make.helper('arg', [t.expression(callee, { ...frame, boundary: undefined }), reference]),
    inner,
  );
}

/** The unread form of a captured name or a path below one; undefined for anything else. */
export function referenceTo(
  t: Transform,
  node: ts.Expression,
  frame: Frame,
): ts.Expression | undefined {
  const path = namePath(node);
  if (!path || !isCaptured(t, path.root, frame)) return undefined;
  if (path.keys.length === 0) return path.root;
  return t.make.mapped(t.make.helper('p', [path.root, ...path.keys]), node);
}

function passObject(
  t: Transform,
  node: ts.ObjectLiteralExpression,
  frame: Frame,
  callee: ts.Expression | undefined,
): ts.Expression {
  const { factory } = t.context;
  const properties = node.properties.map((property) => {
    if (ts.isShorthandPropertyAssignment(property)) {
      const value = passOn(t, property.name, frame, callee);
      if (value === property.name) return property;
      return t.make.mapped(factory.createPropertyAssignment(property.name.text, value), property);
    }
    if (!ts.isPropertyAssignment(property)) return t.visit(property, frame);
    const value = passOn(t, property.initializer, frame, callee);
    return factory.updatePropertyAssignment(property, t.visit(property.name, frame), value);
  });
  return factory.updateObjectLiteralExpression(node, properties);
}
