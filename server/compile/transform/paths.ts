/** Shapes of expressions that decide whether something is passed on or read. */
import * as ts from 'typescript';
import { forEachReference, unwrap } from '../local/references.ts';
import type { Transform } from './context.ts';
import { liveBinding } from './context.ts';

/** A variable and the fixed keys read below it: `state.items[0]`. */
export interface NamePath {
  readonly root: ts.Identifier;
  readonly keys: readonly ts.Expression[];
}

function fixedKey(argument: ts.Expression): boolean {
  return ts.isStringLiteralLike(argument) || ts.isNumericLiteral(argument);
}

/** The path that an expression is, without optional links; undefined for anything else. */
export function namePath(expression: ts.Expression): NamePath | undefined {
  const node = unwrap(expression);
  if (ts.isIdentifier(node)) return { root: node, keys: [] };
  if (ts.isOptionalChain(node)) return undefined;
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) {
    const base = namePath(node.expression);
    const key = ts.factory.createStringLiteral(node.name.text);
    return base && { root: base.root, keys: [...base.keys, key] };
  }
  if (ts.isElementAccessExpression(node) && fixedKey(node.argumentExpression)) {
    const base = namePath(node.expression);
    return base && { root: base.root, keys: [...base.keys, node.argumentExpression] };
  }
  return undefined;
}

/** Methods of a cell that name a place below it without reading anything. */
const passiveMethods: ReadonlySet<string> = new Set(['key', 'for', 'resolveAsCell']);

/** Whether a value is built without reading: names, member accesses, builder calls, `.key("a")`. */
export function isPassive(transform: Transform, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isIdentifier(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) return isPassive(transform, node.expression);
  if (ts.isElementAccessExpression(node)) {
    return fixedKey(node.argumentExpression) && isPassive(transform, node.expression);
  }
  if (ts.isNewExpression(node)) return transform.analysed.calls.isBuilderLike(node.expression);
  if (ts.isTaggedTemplateExpression(node)) {
    return transform.analysed.calls.isBuilderLike(node.tag);
  }
  if (!ts.isCallExpression(node)) return false;
  if (transform.analysed.calls.isBuilderLike(node.expression)) return true;
  const callee = unwrap(node.expression);
  return (
    ts.isPropertyAccessExpression(callee) &&
    passiveMethods.has(callee.name.text) &&
    isPassive(transform, callee.expression) &&
    !node.arguments.some((argument) => mentionsLive(transform, argument))
  );
}

/** Whether an expression reads a local variable of a function around it. */
export function mentionsLive(transform: Transform, expression: ts.Node): boolean {
  let found = false;
  forEachReference(expression, (reference) => {
    if (found) return;
    const binding = liveBinding(transform, reference);
    if (!binding) {
      found ||= isLocalFunction(transform, reference, expression);
      return;
    }
    const { pos, end } = binding.identifier;
    found = pos < expression.pos || end > expression.end;
  });
  return found;
}

/** A local helper function may capture anything, so calling it counts as a mention. */
function isLocalFunction(
  transform: Transform,
  reference: ts.Identifier,
  expression: ts.Node,
): boolean {
  const binding = transform.analysed.scopes.lookup(reference);
  if (!binding || binding.top) return false;
  const { declaration, initializer, identifier } = binding;
  if (identifier.pos >= expression.pos && identifier.end <= expression.end) return false;
  return ts.isFunctionLike(initializer ?? declaration);
}

/** Whether `await` or `yield` stands in the expression itself, so that it cannot move. */
export function suspends(node: ts.Node): boolean {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isFunctionLike(node)) return false;
  return node.forEachChild((child) => suspends(child) || undefined) ?? false;
}

/** Whether running the node's own code calls anything; nested functions do not count. */
export function containsCall(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isFunctionLike(node) || ts.isTypeNode(node)) return false;
  return node.forEachChild((child) => containsCall(child) || undefined) ?? false;
}

/** Whether a loop stands in the node's own code. */
export function containsLoop(node: ts.Node): boolean {
  if (ts.isIterationStatement(node, false)) return true;
  if (ts.isFunctionLike(node)) return false;
  return node.forEachChild((child) => containsLoop(child) || undefined) ?? false;
}

/** Function expressions and arrow functions, whatever parentheses and casts stand around them. */
export function asFunction(
  expression: ts.Expression | undefined,
): ts.ArrowFunction | ts.FunctionExpression | undefined {
  if (!expression) return undefined;
  const node = unwrap(expression);
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) ? node : undefined;
}
