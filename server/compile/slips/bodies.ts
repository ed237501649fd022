/** Slips in the function of a pattern: it runs once, at the start, and gives the result. */
import * as ts from 'typescript';
import { asyncBody, bodyWithoutResult, decidedOnce } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { forEachReference, isAssignmentOperator, unwrap } from '../local/references.ts';
import type { Binding } from '../local/scopes.ts';
import { functionGiven, patternBody, warn } from './context.ts';
import type { GivenFunction, Look, SlipContext } from './context.ts';

export const bodySlips: Look<ts.CallExpression> = (node, context) => {
  const given = patternBody(node, context);
  if (!given) return emptyComputation(node, context);
  const builder = context.calls.builderOf(node) ?? '';
  const found: Diagnostic[] = [];
  const async = given.node.modifiers?.find(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  if (async) found.push(warn(context, async, asyncBody({ builder })));
  if (ts.isBlock(given.body)) {
    if (!givesResult(given.body)) {
      found.push(warn(context, node.expression, bodyWithoutResult({ builder })));
    }
    found.push(...decisions(given, context));
  }
  return found;
};

/** A computation whose value is wanted, and that has none. */
function emptyComputation(call: ts.CallExpression, context: SlipContext): Diagnostic[] {
  const builder = context.calls.builderOf(call);
  if (builder !== 'computed' || ts.isExpressionStatement(call.parent)) return [];
  const body = functionGiven(call, context)?.body;
  if (!body || !ts.isBlock(body) || givesResult(body) || body.statements.length === 0) return [];
  const last = body.statements.at(-1);
  // What writes or prints is there for its effect.
  if (!last || !ts.isExpressionStatement(last) || hasEffect(last.expression)) return [];
  return [warn(context, call.expression, bodyWithoutResult({ builder }))];
}

function hasEffect(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  if (ts.isBinaryExpression(node)) return isAssignmentOperator(node.operatorToken.kind);
  if (ts.isCallExpression(node))
    return !/\.(?:get|map|filter|join|slice)$/.test(node.expression.getText());
  return !(
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isTemplateExpression(node) ||
    ts.isLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isConditionalExpression(node)
  );
}

/** Whether a function returns something, or throws on purpose. */
function givesResult(block: ts.Node): boolean {
  const look = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
    if (ts.isReturnStatement(node)) return node.expression !== undefined;
    return (
      ts.isThrowStatement(node) || (node.forEachChild((each) => look(each) || undefined) ?? false)
    );
  };
  return look(block);
}

/** What a statement asks, and the word that it begins with. */
function questionOf(node: ts.Node): { word: string; asked: ts.Expression } | undefined {
  if (ts.isIfStatement(node)) return { word: 'if', asked: node.expression };
  if (ts.isSwitchStatement(node)) return { word: 'switch', asked: node.expression };
  if (ts.isWhileStatement(node)) return { word: 'while', asked: node.expression };
  if (ts.isDoStatement(node)) return { word: 'do', asked: node.expression };
  if (ts.isForOfStatement(node)) return { word: 'for', asked: node.expression };
  if (ts.isForStatement(node) && node.condition) return { word: 'for', asked: node.condition };
  return undefined;
}

/** The statements of the body itself that ask for something that changes. */
function decisions({ node: owner, body }: GivenFunction, context: SlipContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    const question = questionOf(node);
    const name = question && changingName(question.asked, owner, context);
    const keyword = name === undefined ? undefined : node.getFirstToken(context.file);
    if (question && keyword && name !== undefined) {
      found.push(warn(context, keyword, decidedOnce({ statement: question.word, name })));
    }
    node.forEachChild(walk);
  };
  walk(body);
  return found;
}

/** The first name in an expression that stands for something that changes. */
function changingName(
  asked: ts.Expression,
  owner: GivenFunction['node'],
  context: SlipContext,
): string | undefined {
  const names: string[] = [];
  forEachReference(asked, (reference) => {
    const binding = context.scopes.lookup(reference);
    if (binding && changes(binding, owner, context, new Set())) names.push(reference.text);
  });
  return names[0];
}

/** Builders whose result stays what it is. */
const constant: ReadonlySet<string> = new Set(['pattern', 'recipe', 'handler', 'lift', 'toSchema']);

function changes(
  binding: Binding,
  owner: GivenFunction['node'],
  context: SlipContext,
  seen: Set<Binding>,
): boolean {
  if (seen.has(binding)) return false;
  seen.add(binding);
  const [input] = owner.parameters;
  const { pos, end } = binding.identifier;
  if (binding.kind === 'parameter')
    return input !== undefined && input.pos <= pos && end <= input.end;
  if (binding.kind !== 'const' || !binding.initializer || binding.top) return false;
  const made = unwrap(binding.initializer);
  if (ts.isCallExpression(made) || ts.isNewExpression(made)) {
    const builder = context.calls.builderOf(made);
    if (builder !== undefined) return !constant.has(builder);
  }
  if (ts.isFunctionLike(made)) return false;
  let found = false;
  forEachReference(made, (reference) => {
    const inner = context.scopes.lookup(reference);
    if (inner && changes(inner, owner, context, seen)) found = true;
  });
  return found;
}
