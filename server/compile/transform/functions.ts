/** Functions and loops: the frame of a body, and the stores at entries and loop heads. */
import * as ts from 'typescript';
import type { Frame, Transform } from './context.ts';
import { containsCall, containsLoop, suspends } from './paths.ts';
import { atSite } from './sites.ts';

type Body = ts.ConciseBody | undefined;

/** The frame of a function that no builder takes: a helper, a method, a row callback. */
export function innerFrame(node: ts.Node, frame: Frame): Frame {
  if (frame.rows) return { kind: frame.kind, boundary: frame.boundary };
  if (frame.kind === 'pattern') return { kind: 'pattern', boundary: node };
  if (frame.kind === 'compute') return frame;
  return { kind: 'plain', boundary: undefined };
}

function containsStore(loop: ts.IterationStatement): boolean {
  return (
    containsCall(loop) ||
    suspends(loop) ||
    (loop.forEachChild((child) => containsLoop(child) || undefined) ?? false)
  );
}

/** Rewrites a function whose body runs in `inner`. */
export function functionIn(
  t: Transform,
  node: ts.FunctionLikeDeclaration,
  inner: Frame,
): ts.FunctionLikeDeclaration {
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
    const { factory } = t.context;
    const body = conciseBody(t, node, node.body, inner);
    return factory.updateArrowFunction(
      node,
      node.modifiers,
      undefined,
      node.parameters.map((parameter) => t.visit(parameter, inner)),
      undefined,
      node.equalsGreaterThanToken,
      body,
    );
  }
  const visited = t.children(node, inner);
  return withBody(t, visited, entryStore(t, node, visited.body));
}

function conciseBody(
  t: Transform,
  node: ts.ArrowFunction,
  body: ts.Expression,
  inner: Frame,
): ts.Expression {
  const emitted = atSite(t, body, inner);
  const stored = needsStore(body) ? t.make.stored(t.sites.add(node.getStart()), emitted) : emitted;
  const bare = ts.skipPartiallyEmittedExpressions(stored);
  return ts.isObjectLiteralExpression(bare)
    ? t.context.factory.createParenthesizedExpression(stored)
    : stored;
}

/** Calls store their own place, and paths and literals end at once. */
function needsStore(body: ts.Expression): boolean {
  return (ts.isBinaryExpression(body) || ts.isTemplateExpression(body)) && !containsCall(body);
}

/** Puts the store behind the directives of a block body. */
function entryStore(t: Transform, authored: ts.Node, body: Body): Body {
  if (!body || !ts.isBlock(body) || !t.make.stores) return body;
  const { factory } = t.context;
  const isDirective = (s: ts.Statement): boolean =>
    ts.isExpressionStatement(s) && ts.isStringLiteral(s.expression);
  const first = body.statements.findIndex((statement) => !isDirective(statement));
  const at = first < 0 ? body.statements.length : first;
  const store = factory.createExpressionStatement(t.make.store(t.sites.add(authored.getStart())));
  const statements = [...body.statements.slice(0, at), store, ...body.statements.slice(at)];
  return factory.updateBlock(body, statements);
}

function withBody(
  t: Transform,
  node: ts.FunctionLikeDeclaration,
  body: Body,
): ts.FunctionLikeDeclaration {
  const f = t.context.factory;
  if (!body) return node;
  if (ts.isArrowFunction(node)) {
    const { modifiers, parameters, equalsGreaterThanToken: arrow } = node;
    return f.updateArrowFunction(node, modifiers, undefined, parameters, undefined, arrow, body);
  }
  const block = body as ts.Block;
  const { parameters } = node;
  if (ts.isFunctionDeclaration(node)) {
    const { modifiers, asteriskToken: star, name } = node;
    return f.updateFunctionDeclaration(
      node,
      modifiers,
      star,
      name,
      undefined,
      parameters,
      undefined,
      block,
    );
  }
  if (ts.isFunctionExpression(node)) {
    const { modifiers, asteriskToken: star, name } = node;
    return f.updateFunctionExpression(
      node,
      modifiers,
      star,
      name,
      undefined,
      parameters,
      undefined,
      block,
    );
  }
  if (ts.isMethodDeclaration(node)) {
    const { modifiers, asteriskToken: star, name } = node;
    return f.updateMethodDeclaration(
      node,
      modifiers,
      star,
      name,
      undefined,
      undefined,
      parameters,
      undefined,
      block,
    );
  }
  if (ts.isConstructorDeclaration(node)) {
    return f.updateConstructorDeclaration(node, node.modifiers, parameters, block);
  }
  if (ts.isGetAccessorDeclaration(node)) {
    return f.updateGetAccessorDeclaration(
      node,
      node.modifiers,
      node.name,
      parameters,
      undefined,
      block,
    );
  }
  return f.updateSetAccessorDeclaration(node, node.modifiers, node.name, parameters, block);
}

/**
 * Rewrites a loop with the store at the start of its body. Where nothing inside could store another
 * place or let other code run, one store before the loop says the same and costs nothing.
 */
export function loopIn(t: Transform, node: ts.IterationStatement, frame: Frame): ts.Statement {
  const visited = t.children(node, frame);
  if (frame.kind === 'module' || !t.make.stores) return visited;
  const { factory: f } = t.context;
  const store = f.createExpressionStatement(t.make.store(t.sites.add(node.getStart())));
  if (!containsStore(node) && !ts.isLabeledStatement(node.parent)) {
    return f.createBlock([store, visited], true);
  }
  const { statement } = visited;
  const rest = ts.isBlock(statement) ? [...statement.statements] : [statement];
  const body = ts.setTextRange(f.createBlock([store, ...rest], true), statement);
  if (ts.isForStatement(visited)) {
    const { initializer, condition, incrementor } = visited;
    return f.updateForStatement(visited, initializer, condition, incrementor, body);
  }
  if (ts.isForInStatement(visited)) {
    return f.updateForInStatement(visited, visited.initializer, visited.expression, body);
  }
  if (ts.isForOfStatement(visited)) {
    const { awaitModifier, initializer, expression } = visited;
    return f.updateForOfStatement(visited, awaitModifier, initializer, expression, body);
  }
  if (ts.isWhileStatement(visited)) {
    return f.updateWhileStatement(visited, visited.expression, body);
  }
  return ts.isDoStatement(visited)
    ? f.updateDoStatement(visited, body, visited.expression)
    : visited;
}
