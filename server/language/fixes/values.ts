/** Fixes of expressions: what is read, spread, called or thrown. */
import * as ts from 'typescript';
import { fixWords } from '../../protocol/index.ts';
import { around, insert, unwrap, type Fix, type Scene } from './scene.ts';

/** PB1204: `a.b` becomes `a?.b`. */
export function optionalRead({ file, node }: Scene): Fix | undefined {
  const access = around(node, isAccess);
  if (!access || access.questionDotToken || isWritten(access)) return undefined;
  const title = (text: string): string => fixWords.optionalRead(text);
  if (ts.isPropertyAccessExpression(access)) {
    const dot = file.text.lastIndexOf('.', access.name.getStart(file));
    return { title: title(`?.${access.name.text}`), changes: [insert(dot, '?')] };
  }
  const bracket = file.text.indexOf('[', access.expression.getEnd());
  return { title: title('?.[…]'), changes: [insert(bracket, '?.')] };
}

function isAccess(node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

/** An optional access cannot be assigned to, nor can anything further along its chain. */
function isWritten(access: ts.Expression): boolean {
  let top: ts.Node = access;
  while (isAccess(top.parent) && top.parent.expression === top) top = top.parent;
  const { parent } = top;
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return [ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken].includes(parent.operator);
  }
  return ts.isBinaryExpression(parent) && parent.left === top && isAssignment(parent);
}

/** Whether an expression writes to its left side. */
export function isAssignment({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** PB1205: `value.get()` becomes `value`. */
export function leaveOutGet({ node }: Scene): Fix | undefined {
  const access = around(node, ts.isPropertyAccessExpression);
  const call = access?.parent;
  if (access?.name.text !== 'get' || !call || !ts.isCallExpression(call)) return undefined;
  if (call.expression !== access || call.arguments.length > 0) return undefined;
  const change = { start: access.expression.getEnd(), end: call.getEnd(), text: '' };
  return { title: fixWords.leaveOutGet, changes: [change] };
}

/** PB1211: what is spread or iterated becomes `(list ?? [])`. */
export function emptyList({ file, node }: Scene): Fix | undefined {
  let at = node;
  while (!ts.isSourceFile(at.parent) && at.parent.getStart(file) === node.getStart(file)) {
    if (ts.isForOfStatement(at.parent)) break;
    at = at.parent;
  }
  const { parent } = at;
  const isIterated =
    (ts.isSpreadElement(parent) || ts.isForOfStatement(parent)) && parent.expression === at;
  if (!isIterated || ts.isAwaitExpression(at)) return undefined;
  const text = `(${at.getText(file)} ?? [])`;
  const change = { start: at.getStart(file), end: at.getEnd(), text };
  return { title: fixWords.emptyList(text), changes: [change] };
}

/** PB1222: `Shape()` becomes `new Shape()`. */
export function constructWithNew({ file, node }: Scene): Fix | undefined {
  const call = around(node, ts.isCallExpression);
  if (!call || !ts.isIdentifier(unwrap(call.expression))) return undefined;
  return { title: fixWords.constructWithNew, changes: [insert(call.getStart(file), 'new ')] };
}

/** PB1202: a text that is thrown becomes an Error with that text. */
export function throwError({ file, node }: Scene): Fix | undefined {
  const statement = around(node, ts.isThrowStatement);
  const thrown = statement?.expression;
  if (!thrown || !(ts.isStringLiteralLike(thrown) || ts.isTemplateExpression(thrown))) {
    return undefined;
  }
  const changes = [
    insert(thrown.getStart(file), `new ${Error.name}(`),
    insert(thrown.getEnd(), ')'),
  ];
  return { title: fixWords.throwError, changes };
}

/** PB1252: `list.get().push(x)` becomes `list.push(x)`. */
export function changeCell({ file, node }: Scene): Fix | undefined {
  const access = around(node, ts.isPropertyAccessExpression);
  const read = access && unwrap(access.expression);
  if (access?.name.text !== 'push' || !read || !ts.isCallExpression(read)) return undefined;
  const getter = read.expression;
  if (read.arguments.length > 0 || !ts.isPropertyAccessExpression(getter)) return undefined;
  if (getter.name.text !== 'get') return undefined;
  const { expression } = access;
  const text = getter.expression.getText(file);
  const change = { start: expression.getStart(file), end: expression.getEnd(), text };
  return { title: fixWords.changeCell(access.name.text), changes: [change] };
}

/** PB1256: `computed(a + b)` becomes `computed(() => a + b)`. */
export function wrapInFunction({ file, node }: Scene): Fix | undefined {
  const call = around(node, ts.isCallExpression);
  const [given, ...more] = call?.arguments ?? [];
  if (!given || more.length > 0 || ts.isSpreadElement(given)) return undefined;
  const title = fixWords.wrapInFunction;
  if (!ts.isObjectLiteralExpression(given)) {
    return { title, changes: [insert(given.getStart(file), '() => ')] };
  }
  return {
    title,
    changes: [insert(given.getStart(file), '() => ('), insert(given.getEnd(), ')')],
  };
}
