/** What the looks for slips share, and the questions that several of them ask. */
import * as ts from 'typescript';
import type { Diagnostic, Message } from '../../protocol/index.ts';
import { callbackFrame } from '../local/api.ts';
import type { ApiCalls, CallLike } from '../local/api.ts';
import { callbackOf } from '../local/callbacks.ts';
import { diagnosticFor } from '../local/places.ts';
import { unwrap } from '../local/references.ts';
import type { Binding, Scopes } from '../local/scopes.ts';

/** A builder call, and which builder it calls. */
export interface BuilderUse {
  readonly builder: string;
  readonly call: CallLike;
}

export interface SlipContext {
  readonly file: ts.SourceFile;
  readonly scopes: Scopes;
  readonly calls: ApiCalls;
  /** The functions that builders are given by name, as far as each has one use. */
  readonly named: ReadonlyMap<ts.Node, BuilderUse>;
}

/** Looks at one node of a kind. */
export type Look<Node extends ts.Node> = (node: Node, context: SlipContext) => Diagnostic[];

type Callback = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration;

export function warn({ file }: SlipContext, node: ts.Node, message: Message): Diagnostic {
  return diagnosticFor(file, node, message, 'warning');
}

export function isCallback(node: ts.Node): node is Callback {
  return (
    ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node)
  );
}

/** The builder whose callback a function is, written in place or given by name. */
export function builderOfCallback(
  callback: ts.Node,
  { calls, named }: SlipContext,
): BuilderUse | undefined {
  const use = named.get(callback);
  if (use) return use;
  let argument = callback;
  while (ts.isParenthesizedExpression(argument.parent)) argument = argument.parent;
  const call = argument.parent;
  if (!ts.isCallExpression(call) || call.expression === argument) return undefined;
  const builder = calls.builderOf(call);
  return builder === undefined ? undefined : { builder, call };
}

export const isPatternBuilder = (builder: string | undefined): boolean =>
  builder === 'pattern' || builder === 'recipe';

/** A function that a builder is given, and what it runs. */
export interface GivenFunction {
  readonly node: Callback;
  readonly body: ts.ConciseBody;
}

/** The function that a builder call is given, in place or by a name that has no other use. */
export function functionGiven(
  call: ts.CallExpression,
  { scopes, calls, named }: SlipContext,
): GivenFunction | undefined {
  const node = calls.builderOf(call) === undefined ? undefined : callbackOf(call, scopes);
  if (!node || !isCallback(node) || !node.body) return undefined;
  const inPlace = call.pos <= node.pos && node.end <= call.end;
  return inPlace || named.get(node)?.call === call ? { node, body: node.body } : undefined;
}

/** The function of a pattern. */
export function patternBody(
  node: ts.CallExpression,
  context: SlipContext,
): GivenFunction | undefined {
  const isPattern = isPatternBuilder(context.calls.builderOf(node));
  return isPattern ? functionGiven(node, context) : undefined;
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
): BuilderUse | undefined {
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
