/**
 * The bodies of `assert`: the outcome and the operands that it was computed from are noted, so that
 * a failed test can say which values it met. What is evaluated, and in which order, stays the same.
 */
import * as ts from 'typescript';
import { unwrap } from '../local/references.ts';
import type { Transform } from './context.ts';
import { isInsideChain } from './calls.ts';
import { suspends } from './paths.ts';

/** How an authored expression of an `assert` body is noted. */
export type Noted = 'outcome' | 'operand';

/** A longer source text says no more to the reader of one line. */
const MAX_SOURCE = 200;

/** Finds what is to be noted in the callback of an `assert`. */
export function noteAssertion(
  t: Transform,
  callback: ts.ArrowFunction | ts.FunctionExpression,
): void {
  if (callback.asteriskToken || callback.modifiers?.length || suspends(callback.body)) return;
  for (const outcome of outcomesOf(callback.body)) {
    if (ts.isObjectLiteralExpression(unwrap(outcome)) || usesThis(outcome)) continue;
    t.noted.set(outcome, 'outcome');
    for (const operand of operandsOf(t, outcome)) t.noted.set(operand, 'operand');
  }
}

/** What the callback returns. */
function outcomesOf(body: ts.ConciseBody): ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    else node.forEachChild(walk);
  };
  walk(body);
  return found;
}

/** An arrow function around it would still see `this`, but not `arguments`. */
function usesThis(node: ts.Node): boolean {
  if (ts.isIdentifier(node) && node.text === 'arguments') return true;
  return node.forEachChild((child) => usesThis(child) || undefined) ?? false;
}

/** The operands below an expression whose values explain it, without those that explain themselves. */
function operandsOf(t: Transform, expression: ts.Expression): ts.Expression[] {
  return directOperands(t, unwrap(expression))
    .filter((operand) => !explainsItself(unwrap(operand)))
    .flatMap((operand) => [...operandsOf(t, operand), ...(canBeNoted(operand) ? [operand] : [])]);
}

function directOperands(t: Transform, node: ts.Expression): readonly ts.Expression[] {
  if (ts.isBinaryExpression(node)) {
    return isComputing(node.operatorToken.kind) ? [node.left, node.right] : [];
  }
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator === ts.SyntaxKind.ExclamationToken ? [node.operand] : [];
  }
  if (ts.isConditionalExpression(node)) return [node.condition, node.whenTrue, node.whenFalse];
  return ts.isCallExpression(node) ? operandsOfCall(t, node) : [];
}

/** The arguments; where they explain themselves, the receiver. */
function operandsOfCall(
  t: Transform,
  { expression, arguments: given }: ts.CallExpression,
): ts.Expression[] {
  const telling = given.filter(
    (each) => !explainsItself(unwrap(each)) && !ts.isSpreadElement(each),
  );
  const callee = unwrap(expression);
  if (telling.length > 0 || !ts.isPropertyAccessExpression(callee)) return telling;
  // A call without arguments, such as `cell.get()`, says as much as its receiver.
  return given.length === 0 || isNamespace(t, callee.expression) ? [] : [callee.expression];
}

/** `Math`, `Array`, an import: the same in every run. */
function isNamespace({ analysed }: Transform, receiver: ts.Expression): boolean {
  const node = unwrap(receiver);
  if (!ts.isIdentifier(node)) return analysed.calls.nameOf(node) !== undefined;
  const binding = analysed.scopes.lookup(node);
  return binding === undefined || binding.kind === 'import';
}

/** Comparisons, arithmetic and the logical operators; assignments and commas are none. */
function isComputing(operator: ts.SyntaxKind): boolean {
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) {
    return false;
  }
  return operator !== ts.SyntaxKind.CommaToken;
}

const plainKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.BigIntLiteral,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.SuperKeyword,
  ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.FunctionExpression,
  ts.SyntaxKind.ClassExpression,
]);

/** Literals, structures of literals and functions: their text is their value. */
function explainsItself(node: ts.Expression): boolean {
  if (plainKinds.has(node.kind)) return true;
  if (ts.isIdentifier(node)) return node.text === 'undefined';
  if (ts.isPrefixUnaryExpression(node)) {
    return node.operator !== ts.SyntaxKind.ExclamationToken && explainsItself(unwrap(node.operand));
  }
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.every((element) => explainsItself(unwrap(element)));
  }
  if (!ts.isObjectLiteralExpression(node)) return false;
  return node.properties.every(
    (property) => ts.isPropertyAssignment(property) && explainsItself(unwrap(property.initializer)),
  );
}

/** A call around it would end the short circuit of an optional chain. */
function canBeNoted(operand: ts.Expression): boolean {
  return !(ts.isOptionalChain(operand) && isInsideChain(operand));
}

/** The emitted expression with its note: `$pb.operand("total", …)`, `$pb.assertion("…", …)`. */
export function emitNote(
  t: Transform,
  authored: ts.Expression,
  emitted: ts.Expression,
  noted: Noted,
): ts.Expression {
  const { make, analysed } = t;
  const inner = unwrap(authored);
  const text = inner.getText(analysed.file).replace(/\s+/g, ' ');
  const source = text.length > MAX_SOURCE ? `${text.slice(0, MAX_SOURCE - 1)}…` : text;
  const value = noted === 'operand' ? emitted : make.thunk(emitted);
  const name = noted === 'operand' ? 'operand' : 'assertion';
  return make.mapped(make.helper(name, [make.string(source), value]), authored);
}
