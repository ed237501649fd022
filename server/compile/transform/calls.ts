/** Calls: builder calls, calls that may meet a factory, cell methods, and their stores. */
import * as ts from 'typescript';
import { callbackFrame } from '../local/api.ts';
import type { CallLike } from '../local/api.ts';
import { unwrap } from '../local/references.ts';
import { noteAssertion } from './assertions.ts';
import type { Frame, Transform } from './context.ts';
import { functionIn } from './functions.ts';
import { passOn, referenceTo } from './names.ts';
import { asFunction, containsCall } from './paths.ts';
import { atSite, isRowCall, rowCall } from './sites.ts';

/** Methods of cells and streams, with the greatest number of arguments that still means them. */
const cellMethods: Readonly<Record<string, number>> = {
  get: 0,
  set: 1,
  update: 1,
  send: 2,
  push: Infinity,
  key: Infinity,
  for: 1,
  remove: 1,
  removeAll: 1,
  removeByValue: 1,
  addUnique: Infinity,
  increment: 1,
  elementById: 1,
  equals: 1,
  resolveAsCell: 0,
  sample: 0,
};

/** Where V8 reports a call: at the name that is called, else at the parenthesis. */
export function callOffset(node: CallLike): number {
  if (ts.isNewExpression(node)) return node.getStart();
  const callee = node.expression;
  if (ts.isIdentifier(callee) || callee.kind === ts.SyntaxKind.SuperKeyword) {
    return callee.getStart();
  }
  if (ts.isPropertyAccessExpression(callee)) return callee.name.getStart();
  return callee.end;
}

/** Rewrites a call or `new`, without its store. */
function rewrite(t: Transform, node: CallLike, frame: Frame): ts.Expression {
  const { calls, facts } = t.analysed;
  if (frame.kind === 'pattern' && isRowCall(node)) return rowCall(t, node, frame);
  const builderLike = calls.isBuilderLike(node.expression);
  const maybe = frame.boundary && calls.maybeFactory(node.expression) ? node.expression : undefined;
  const builder = calls.builderOf(node);
  const argument = (arg: ts.Expression): ts.Expression => {
    const callback = builder === undefined ? undefined : asFunction(arg);
    if (builder !== undefined && callback) {
      const kind = callbackFrame(builder);
      if (builder === 'assert') noteAssertion(t, callback);
      const boundary = kind === 'compute' ? callback : undefined;
      return functionIn(t, callback, { kind, boundary }) as ts.ArrowFunction;
    }
    if (ts.isSpreadElement(arg)) return t.visit(arg, frame);
    if ((builderLike || maybe) && frame.boundary) return passOn(t, arg, frame, maybe);
    return builderLike || maybe ? atSite(t, arg, frame) : t.expression(arg, frame);
  };
  const args = node.arguments?.map(argument);
  const fact = facts.get(node);
  const callee =
    fact === undefined ? calleeIn(t, node, frame) : builderCallee(t, node, fact, frame);
  return updateCall(t, node, callee, args);
}

function updateCall(
  t: Transform,
  node: CallLike,
  callee: ts.Expression,
  args: ts.Expression[] | undefined,
): ts.Expression {
  const { factory } = t.context;
  if (ts.isNewExpression(node)) {
    return factory.updateNewExpression(node, callee, undefined, args ?? []);
  }
  return ts.isCallChain(node)
    ? factory.updateCallChain(node, callee, node.questionDotToken, undefined, args ?? [])
    : factory.updateCallExpression(node, callee, undefined, args ?? []);
}

/** `$pb.at(3, api_1.pattern)`. */
function builderCallee(t: Transform, node: CallLike, fact: number, frame: Frame): ts.Expression {
  const callee = t.children(unwrap(node.expression), frame);
  const target = ts.isIdentifier(callee) ? t.expression(callee, frame) : callee;
  const at = t.make.helper('at', [t.make.number(fact), target]);
  return t.make.callee(
    ts.isNewExpression(node) ? t.context.factory.createParenthesizedExpression(at) : at,
    callOffset(node),
  );
}

function calleeIn(t: Transform, node: CallLike, frame: Frame): ts.Expression {
  const { factory } = t.context;
  const callee = unwrap(node.expression);
  if (ts.isIdentifier(callee)) {
    const emitted = t.expression(callee, frame);
    if (emitted === callee) return callee;
    const bound = t.analysed.scopes.lookup(callee)?.kind === 'import';
    if (!bound || ts.isNewExpression(node)) return t.make.callee(emitted, callee.getStart());
    const detached = factory.createComma(factory.createNumericLiteral(0), emitted);
    return t.make.callee(factory.createParenthesizedExpression(detached), callee.getStart());
  }
  if (ts.isPropertyAccessExpression(callee) && !ts.isOptionalChain(callee)) {
    const most = Object.hasOwn(cellMethods, callee.name.text)
      ? cellMethods[callee.name.text]
      : undefined;
    const receiver =
      most !== undefined && (node.arguments?.length ?? 0) <= most
        ? referenceTo(t, callee.expression, frame)
        : undefined;
    if (receiver) return factory.updatePropertyAccessExpression(callee, receiver, callee.name);
  }
  return t.expression(node.expression, frame);
}

/** Rewrites a call, with the store of its place; what a module builds only describes. */
export function callIn(t: Transform, node: CallLike, frame: Frame): ts.Expression {
  const emitted = rewrite(t, node, frame);
  const builds = frame.kind === 'module' && t.analysed.facts.has(node);
  if (builds || isInsideChain(node)) return emitted;
  const site = t.sites.add(callOffset(node));
  return storeInArgument(t, node, emitted, site) ?? t.make.stored(site, emitted);
}

/** Parentheses would end the short circuit of the optional chain around it. */
export function isInsideChain(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNonNullExpression(parent)) return isInsideChain(parent);
  return ts.isOptionalChain(parent) && parent.expression === node;
}

/** Where the receiver itself calls, the store must come after it: into the first argument. */
function storeInArgument(
  t: Transform,
  node: CallLike,
  emitted: ts.Expression,
  site: number,
): ts.Expression | undefined {
  if (!ts.isCallExpression(emitted) || !containsCall(node.expression)) return undefined;
  const [first, ...rest] = emitted.arguments;
  if (!first || ts.isSpreadElement(first)) return undefined;
  if (t.analysed.facts.has(node)) return undefined;
  return updateCall(t, emitted, emitted.expression, [t.make.stored(site, first), ...rest]);
}

/** Rewrites a tagged template; the API's own tags take references. */
export function taggedIn(
  t: Transform,
  node: ts.TaggedTemplateExpression,
  frame: Frame,
): ts.Expression {
  const { factory } = t.context;
  const builderLike = t.analysed.calls.isBuilderLike(node.tag);
  const value = (expression: ts.Expression): ts.Expression => {
    if (!builderLike) return t.expression(expression, frame);
    return frame.boundary ? passOn(t, expression, frame, undefined) : atSite(t, expression, frame);
  };
  const template = ts.isTemplateExpression(node.template)
    ? factory.updateTemplateExpression(
        node.template,
        node.template.head,
        node.template.templateSpans.map((span) =>
          factory.updateTemplateSpan(span, value(span.expression), span.literal),
        ),
      )
    : node.template;
  const tag = ts.isIdentifier(node.tag) ? t.expression(node.tag, frame) : t.visit(node.tag, frame);
  const detached =
    tag === node.tag || !ts.isIdentifier(node.tag)
      ? tag
      : factory.createParenthesizedExpression(
          factory.createComma(factory.createNumericLiteral(0), tag),
        );
  const emitted = factory.updateTaggedTemplateExpression(node, detached, undefined, template);
  if (isInsideChain(node)) return emitted;
  return t.make.stored(t.sites.add(node.tag.getStart()), emitted);
}
