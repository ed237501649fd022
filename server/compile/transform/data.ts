/** Data of the module scope: what is frozen when it is first evaluated. */
import * as ts from 'typescript';
import type { ApiCalls } from '../local/api.ts';
import { unwrap } from '../local/references.ts';

/** Whether a module constant may hold an object that somebody could change. */
export function needsFreezing(calls: ApiCalls, expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node)) return true;
  if (ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isNewExpression(node)) {
    return ts.isIdentifier(node.expression) && /^(?:Map|Set|Array)$/.test(node.expression.text);
  }
  if (ts.isCallExpression(node)) return !isBuilt(calls, node);
  if (ts.isTaggedTemplateExpression(node)) return !calls.isBuilderLike(node.tag);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return !ts.isIdentifier(node.expression) && needsFreezing(calls, node.expression);
  }
  if (ts.isConditionalExpression(node)) {
    return needsFreezing(calls, node.whenTrue) || needsFreezing(calls, node.whenFalse);
  }
  if (!ts.isBinaryExpression(node)) return false;
  return needsFreezing(calls, node.right) || needsFreezing(calls, node.left);
}

/** Builder calls, also with a name: `computed(…).for("total")`. Other API calls give plain data. */
function isBuilt(calls: ApiCalls, node: ts.CallExpression): boolean {
  if (calls.nameOf(node.expression)) return calls.builderOf(node) !== undefined;
  if (calls.isBuilderLike(node.expression)) return true;
  const callee = unwrap(node.expression);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  const receiver = unwrap(callee.expression);
  if (ts.isNewExpression(receiver)) return calls.isBuilderLike(receiver.expression);
  return ts.isCallExpression(receiver) && isBuilt(calls, receiver);
}

/** Whether a constant is a function or a class, which is frozen where it stands. */
export function isCallable(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isClassExpression(node);
}

/** An enum as an object: numbers also lead back to their names. */
export function enumObject(
  factory: ts.NodeFactory,
  node: ts.EnumDeclaration,
  value: (expression: ts.Expression) => ts.Expression,
): ts.ObjectLiteralExpression {
  const properties: ts.ObjectLiteralElementLike[] = [];
  let next: number | undefined = 0;
  for (const { name, initializer } of node.members) {
    const key = ts.isComputedPropertyName(name) ? name.expression.getText() : name.text;
    const fixed: number | undefined = initializer ? enumNumber(initializer) : next;
    const isText = initializer !== undefined && fixed === undefined;
    const member = isText ? value(initializer) : numberLiteral(factory, fixed ?? 0);
    properties.push(factory.createPropertyAssignment(propertyName(factory, key), member));
    if (fixed !== undefined) {
      const back = propertyName(factory, String(fixed));
      properties.push(factory.createPropertyAssignment(back, factory.createStringLiteral(key)));
    }
    next = fixed === undefined ? undefined : fixed + 1;
  }
  return factory.createObjectLiteralExpression(properties, true);
}

function propertyName(factory: ts.NodeFactory, key: string): ts.PropertyName {
  return factory.createComputedPropertyName(factory.createStringLiteral(key));
}

function numberLiteral(factory: ts.NodeFactory, value: number): ts.Expression {
  const literal = factory.createNumericLiteral(Math.abs(value));
  return value < 0 ? factory.createPrefixMinus(literal) : literal;
}

function enumNumber(expression: ts.Expression): number | undefined {
  const node = unwrap(expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = enumNumber(node.operand);
    return value === undefined ? undefined : -value;
  }
  return undefined;
}
