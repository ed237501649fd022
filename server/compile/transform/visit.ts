/** The one walk over the authored tree: every node with its frame to the part that knows it. */
import * as ts from 'typescript';
import { isReference, isTypeOnly, unwrap } from '../local/references.ts';
import { callIn, taggedIn } from './calls.ts';
import { emitNote } from './assertions.ts';
import type { AnalysedFile, Frame, Transform } from './context.ts';
import type { Binding } from '../local/scopes.ts';
import type { SiteTable } from '../local/places.ts';
import { functionIn, innerFrame, loopIn } from './functions.ts';
import { attributeIn } from './jsx.ts';
import { readName } from './names.ts';
import { atSite } from './sites.ts';
import type { Synthesis } from './synthesis.ts';

/** Makes the transformer of one file. */
export function createVisitor(parts: {
  readonly analysed: AnalysedFile;
  readonly sites: SiteTable;
  readonly make: Synthesis;
  readonly context: ts.TransformationContext;
  readonly imported: (binding: Binding) => ts.Expression;
}): Transform {
  const { context } = parts;
  const t: Transform = {
    ...parts,
    noted: new Map(),
    visit: (node, frame) => visitNoted(t, node, frame) as typeof node,
    expression: (node, frame) => visitNoted(t, node, frame) as ts.Expression,
    children: (node, frame) =>
      ts.visitEachChild(node, (child) => visitNoted(t, child, frame), context),
  };
  return t;
}

/** The body of a pattern that is given by name; one in place has its frame from the call. */
const patternBody: Frame = { kind: 'pattern', boundary: undefined };

function visitNoted(t: Transform, node: ts.Node, frame: Frame): ts.Node {
  const emitted = visitNode(t, node, frame);
  const noted = t.noted.get(node);
  return noted === undefined
    ? emitted
    : emitNote(t, node as ts.Expression, emitted as ts.Expression, noted);
}

function visitNode(t: Transform, node: ts.Node, authoredFrame: Frame): ts.Node {
  const { factory } = t.context;
  if (isTypeOnly(node)) return node;
  const frame =
    authoredFrame.rows && !isFunctionLiteral(node) ? plainRows(authoredFrame) : authoredFrame;
  if (ts.isIdentifier(node)) return isReference(node) ? readName(t, node, frame) : node;
  if (ts.isParenthesizedExpression(node) && authoredFrame.rows)
    return t.children(node, authoredFrame);
  if (ts.isFunctionLike(node) && 'body' in node && node.body) {
    const body = t.analysed.bodies.has(node);
    return functionIn(t, node, body ? patternBody : innerFrame(node, frame));
  }
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return callIn(t, node, frame);
  if (ts.isTaggedTemplateExpression(node)) return taggedIn(t, node, frame);
  if (ts.isIterationStatement(node, false)) return loopIn(t, node, frame);
  if (ts.isThrowStatement(node)) return throwIn(t, node, frame);
  if (ts.isShorthandPropertyAssignment(node)) return shorthandIn(t, node, frame);
  if (ts.isJsxAttribute(node)) return attributeIn(t, node, frame);
  if (ts.isClassStaticBlockDeclaration(node)) return t.children(node, frame);
  if (frame.kind !== 'pattern') return t.children(node, frame);

  if (ts.isVariableDeclaration(node) && node.initializer) {
    const value = atSite(t, node.initializer, frame);
    return factory.updateVariableDeclaration(
      node,
      t.visit(node.name, frame),
      undefined,
      undefined,
      value,
    );
  }
  if (ts.isReturnStatement(node) && node.expression) {
    return factory.updateReturnStatement(node, atSite(t, node.expression, frame));
  }
  if (ts.isPropertyAssignment(node)) {
    const value = atSite(t, node.initializer, frame);
    return factory.updatePropertyAssignment(node, t.visit(node.name, frame), value);
  }
  if (ts.isJsxExpression(node) && node.expression) {
    return factory.updateJsxExpression(node, atSite(t, node.expression, frame));
  }
  if (ts.isArrayLiteralExpression(node)) {
    const elements = node.elements.map((element) =>
      ts.isSpreadElement(element) ? t.visit(element, frame) : atSite(t, element, frame),
    );
    return factory.updateArrayLiteralExpression(node, elements);
  }
  return t.children(node, frame);
}

/** What is no Error has no stack; the store tells where it was thrown. A call stores by itself. */
function throwIn(t: Transform, node: ts.ThrowStatement, frame: Frame): ts.Statement {
  const value = t.expression(node.expression, frame);
  const thrown = unwrap(node.expression);
  const stores = ts.isCallExpression(thrown) || ts.isNewExpression(thrown);
  if (stores || frame.kind === 'module') return t.context.factory.updateThrowStatement(node, value);
  const stored = t.make.stored(t.sites.add(node.getStart()), value);
  return t.context.factory.updateThrowStatement(node, stored);
}

function isFunctionLiteral(node: ts.Node): boolean {
  return (
    ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isParenthesizedExpression(node)
  );
}

function plainRows({ kind, boundary }: Frame): Frame {
  return { kind, boundary };
}

function shorthandIn(
  t: Transform,
  node: ts.ShorthandPropertyAssignment,
  frame: Frame,
): ts.ObjectLiteralElementLike {
  const { factory } = t.context;
  const value = readName(t, node.name, frame);
  if (value === node.name) {
    return node.objectAssignmentInitializer
      ? factory.updateShorthandPropertyAssignment(
          node,
          node.name,
          t.expression(node.objectAssignmentInitializer, frame),
        )
      : node;
  }
  return t.make.mapped(factory.createPropertyAssignment(node.name.text, value), node);
}
