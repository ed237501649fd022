/** What the looks for slips share, and the questions that several of them ask. */
import ts from 'typescript';
import type { Diagnostic, Message } from '../../protocol/index.ts';
import { callbackFrame } from '../local/api.ts';
import type { ApiCalls } from '../local/api.ts';
import { diagnosticFor } from '../local/places.ts';
import { unwrap } from '../local/references.ts';
import type { Binding, Scopes } from '../local/scopes.ts';

export interface SlipContext {
  readonly file: ts.SourceFile;
  readonly scopes: Scopes;
  readonly calls: ApiCalls;
}

/** Looks at one node. */
export type Look = (node: ts.Node, context: SlipContext) => Diagnostic[];

export type Callback = ts.ArrowFunction | ts.FunctionExpression;

export function warn({ file }: SlipContext, node: ts.Node, message: Message): Diagnostic {
  return diagnosticFor(file, node, message, 'warning');
}

export function isCallback(node: ts.Node): node is Callback {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** The builder whose callback a function is, written in place. */
export function builderOfCallback(
  callback: ts.Node,
  { calls }: SlipContext,
): { readonly builder: string; readonly call: ts.CallExpression } | undefined {
  let argument = callback;
  while (ts.isParenthesizedExpression(argument.parent)) argument = argument.parent;
  const call = argument.parent;
  if (!ts.isCallExpression(call) || call.expression === argument) return undefined;
  const builder = calls.builderOf(call);
  return builder === undefined ? undefined : { builder, call };
}

export const isPatternBuilder = (builder: string | undefined): boolean =>
  builder === 'pattern' || builder === 'recipe';

/** The function of a pattern that is written in place. */
export function patternBody(node: ts.Node, { calls }: SlipContext): Callback | undefined {
  if (!ts.isCallExpression(node) || !isPatternBuilder(calls.builderOf(node))) return undefined;
  return node.arguments.map(unwrap).findLast(isCallback);
}

/** Whether a place runs in a computation or a handler, where names of cells mean the cells. */
export function isComputing(node: ts.Node, context: SlipContext): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (!isCallback(at)) continue;
    const found = builderOfCallback(at, context);
    if (found) return callbackFrame(found.builder) === 'compute';
    if (isEventFunction(at)) return true;
  }
  return false;
}

/** A function that is written as an event of an element. */
function isEventFunction({ parent }: ts.Node): boolean {
  if (!ts.isJsxExpression(parent) || !ts.isJsxAttribute(parent.parent)) return false;
  return isEventName(parent.parent.name.getText());
}

export const isEventName = (name: string): boolean => /^on[A-Za-z-]/.test(name);

/** The builder call that a constant is initialised with. */
export function madeBy(
  binding: Binding | undefined,
  { calls }: SlipContext,
): { readonly builder: string; readonly call: ts.CallExpression | ts.NewExpression } | undefined {
  const made = binding?.kind === 'const' && binding.initializer && unwrap(binding.initializer);
  if (!made || !(ts.isCallExpression(made) || ts.isNewExpression(made))) return undefined;
  const builder = calls.builderOf(made);
  return builder === undefined ? undefined : { builder, call: made };
}

/** The members of an object type that is written in place or declared in this file. */
export function membersOf(
  type: ts.TypeNode | undefined,
  context: SlipContext,
): readonly ts.PropertySignature[] | undefined {
  if (!type) return undefined;
  if (ts.isParenthesizedTypeNode(type)) return membersOf(type.type, context);
  if (ts.isTypeLiteralNode(type)) return type.members.filter(ts.isPropertySignature);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  if (type.typeArguments?.length) return undefined;
  const { text } = type.typeName;
  for (const each of context.file.statements) {
    if (ts.isInterfaceDeclaration(each) && each.name.text === text) {
      if (each.heritageClauses || each.typeParameters) return undefined;
      return each.members.filter(ts.isPropertySignature);
    }
    if (ts.isTypeAliasDeclaration(each) && each.name.text === text && !each.typeParameters) {
      return membersOf(each.type, context);
    }
  }
  return undefined;
}
