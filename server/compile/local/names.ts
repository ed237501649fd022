/** Names for people: of what a builder call makes, and of every function in a stack frame. */
import * as ts from 'typescript';
import type { FunctionSpan } from '../../protocol/index.ts';
import type { ApiCalls, CallLike } from './api.ts';
import { codeWords } from '../../protocol/messages/code-words.ts';

/** Wrappers that leave the value the same thing: `(x as T)!`, `x.for("name")`, `make(…)(…)`. */
function outermost(node: ts.Node): ts.Node {
  const { parent } = node;
  const transparent =
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    (ts.isPropertyAccessExpression(parent) && parent.name.text === 'for') ||
    (ts.isCallExpression(parent) && parent.expression === node);
  return transparent ? outermost(parent) : node;
}

function propertyName(name: ts.PropertyName): string | undefined {
  if (ts.isComputedPropertyName(name)) {
    const { expression } = name;
    return ts.isIdentifier(expression) || ts.isStringLiteral(expression)
      ? expression.text
      : undefined;
  }
  return name.text;
}

/** The const, property or export that an expression initialises. */
export function initialisedName(node: ts.Node): string | undefined {
  const value = outermost(node);
  const { parent } = value;
  if (ts.isVariableDeclaration(parent) && parent.initializer === value) {
    return ts.isIdentifier(parent.name) ? parent.name.text : undefined;
  }
  if (
    (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) &&
    parent.initializer === value
  ) {
    return propertyName(parent.name);
  }
  return ts.isExportAssignment(parent) ? 'default' : undefined;
}

function calleeName(call: CallLike): string | undefined {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : undefined;
}

function callbackName(call: CallLike, calls: ApiCalls): string {
  const builder = calls.builderOf(call);
  const name = initialisedName(call);
  switch (builder) {
    case undefined:
      return `${calleeName(call) ?? 'anonymous'} callback`;
    case 'pattern':
    case 'recipe':
      return name === undefined
        ? `${builder} body`
        : `${name === 'default' ? codeWords.defaultPattern : name} body`;
    case 'handler':
    case 'action':
    case 'lift':
      return name === undefined ? `${builder} callback` : `${name} ${builder}`;
    default:
      return `${builder} callback`;
  }
}

function functionName(node: ts.SignatureDeclaration, calls: ApiCalls): string {
  if (ts.isConstructorDeclaration(node)) return `${node.parent.name?.text ?? 'class'} constructor`;
  if (node.name) return propertyName(node.name) ?? codeWords.anonymousFunction;
  const value = outermost(node);
  const { parent } = value;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== value) {
    return callbackName(parent, calls);
  }
  if (ts.isJsxExpression(parent) && ts.isJsxAttribute(parent.parent)) {
    return `${parent.parent.name.getText()} handler`;
  }
  return initialisedName(node) ?? codeWords.anonymousFunction;
}

/** Every function of the file with a body, outer before inner. */
export function functionSpans(file: ts.SourceFile, calls: ApiCalls, shift: number): FunctionSpan[] {
  const spans: FunctionSpan[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = node.getStart(file) + shift;
      spans.push({ start, end: node.end + shift, name: functionName(node, calls) });
    }
    node.forEachChild(walk);
  };
  walk(file);
  return spans;
}

/** The table of ModuleSource.extents. */
export function extentsOf(file: ts.SourceFile, shift: number): number[] {
  const ends = new Map<number, number>();
  const walk = (node: ts.Node): void => {
    const start = node.getStart(file);
    if (node.end > start) ends.set(start, node.end);
    node.forEachChild(walk);
  };
  file.forEachChild(walk);
  const starts = [...ends.keys()].sort((a, b) => a - b);
  return starts.flatMap((start) => [start + shift, (ends.get(start) ?? start) + shift]);
}
