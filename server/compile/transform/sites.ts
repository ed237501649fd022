/** The expression sites of pattern bodies. */
import * as ts from 'typescript';
import { isAssignmentOperator, unwrap } from '../local/references.ts';
import type { Frame, Transform } from './context.ts';
import { asFunction, isPassive, mentionsLive, suspends } from './paths.ts';

function isStructure(node: ts.Expression): boolean {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isJsxElement(node) ||
    ts.isJsxSelfClosingElement(node) ||
    ts.isJsxFragment(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isClassExpression(node)
  );
}

/** A call of `map` whose rows are built in the pattern frame: `items.map((item) => …)`. */
export function isRowCall(node: ts.Expression): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'map' &&
    node.arguments[0] !== undefined &&
    !ts.isSpreadElement(node.arguments[0])
  );
}

/**
 * An expression at one of the six sites: JSX expression, initializer, return value, call argument,
 * object property, array element. In a pattern frame it becomes a computation where it does more
 * with a live name than pass it on.
 */
export function atSite(t: Transform, node: ts.Expression, frame: Frame): ts.Expression {
  if (frame.kind !== 'pattern') return t.expression(node, frame);
  const inner = unwrap(node);
  if (isStructure(inner) || isPassive(t, inner)) return t.expression(node, frame);
  if (isRowCall(inner)) return rowCall(t, inner, frame);
  if (suspends(inner) || isAssignment(inner) || !mentionsLive(t, inner)) {
    return t.expression(node, frame);
  }
  return site(t, inner, frame);
}

function isAssignment(node: ts.Expression): boolean {
  return ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind);
}

function site(t: Transform, node: ts.Expression, frame: Frame): ts.Expression {
  const callee = ts.isCallExpression(node) ? node.expression : undefined;
  const factory = callee && t.analysed.calls.maybeFactory(callee) ? callee : undefined;
  const body = t.expression(node, { kind: factory ? 'pattern' : 'compute', boundary: node });
  const outside = factory && t.expression(factory, frame);
  return t.make.site(node, body, outside);
}

/** The receiver stays a reference, or becomes a site of its own; the callback builds rows. */
export function rowCall(t: Transform, node: ts.CallExpression, frame: Frame): ts.Expression {
  const { factory } = t.context;
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return t.children(node, frame);
  const receiver = atSite(t, callee.expression, frame);
  const method = ts.isPropertyAccessChain(callee)
    ? factory.updatePropertyAccessChain(callee, receiver, callee.questionDotToken, callee.name)
    : factory.updatePropertyAccessExpression(callee, receiver, callee.name);
  const args = node.arguments.map((argument) =>
    asFunction(argument) ? t.expression(argument, rowFrame(frame)) : atSite(t, argument, frame),
  );
  return ts.isCallChain(node)
    ? factory.updateCallChain(node, method, node.questionDotToken, undefined, args)
    : factory.updateCallExpression(node, method, undefined, args);
}

/** Marks the frame in which a function literal is a row callback, not a helper function. */
export function rowFrame(frame: Frame): Frame {
  return { ...frame, rows: true };
}
