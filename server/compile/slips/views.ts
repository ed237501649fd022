/** Views that stand where nothing shows them, and names that no element or event has. */
import * as ts from 'typescript';
import { misspeltName, plainKey, unusedView, viewAsResult } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { closest } from '../link/closest.ts';
import { unwrap } from '../local/references.ts';
import { isEventName, patternBody, warn } from './context.ts';
import type { Look, SlipContext } from './context.ts';
import { elementNames, eventNames } from './vocabulary.ts';

/** A view that nothing takes. */
export const unusedViews: Look<ts.ExpressionStatement> = ({ expression }, context) =>
  isView(expression) ? [warn(context, expression, unusedView({}))] : [];

/** Names of elements. */
export const tagSlips: Look<ts.JsxOpeningLikeElement> = ({ tagName }, context) =>
  misspelt(tagName, 'element', elementNames, context);

/** Names of events. */
export const eventNameSlips: Look<ts.JsxAttribute> = ({ name }, context) =>
  isEventName(name.getText(context.file)) ? misspelt(name, 'event', eventNames, context) : [];

/** What the function of a pattern gives. */
export const resultSlips: Look<ts.CallExpression> = (node, context) => {
  const given = patternBody(node, context);
  if (!given) return [];
  // A pattern inside another one may well be nothing but a view.
  const whole = ts.isExportAssignment(node.parent);
  return resultsOf(given.body).flatMap((result) => slipsOf(result, whole, context));
};

function isView(expression: ts.Expression): boolean {
  const node = unwrap(expression);
  return ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);
}

/** What the function of a pattern itself returns. */
function resultsOf(body: ts.ConciseBody): ts.Expression[] {
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    node.forEachChild(walk);
  };
  walk(body);
  return found;
}

const keys: ReadonlySet<string> = new Set(['UI', 'NAME']);

function slipsOf(returned: ts.Expression, whole: boolean, context: SlipContext): Diagnostic[] {
  if (isView(returned)) return !whole ? [] : [warn(context, returned, viewAsResult({}))];
  const object = unwrap(returned);
  if (!ts.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) return [];
    const key = property.name.text;
    return keys.has(key) ? [warn(context, property.name, plainKey({ key }))] : [];
  });
}

/** A name that nothing has, one letter away from one that is known. */
function misspelt(
  at: ts.Node,
  kind: 'element' | 'event',
  known: ReadonlySet<string>,
  context: SlipContext,
): Diagnostic[] {
  const name = at.getText(context.file);
  const isPlain =
    kind === 'event' ? /^on[A-Z]/.test(name) : /^(?:[a-z]+|c[ft]-[a-z-]+)$/.test(name);
  if (!isPlain || name.length < 4 || known.has(name)) return [];
  const meant = closest(name, known, 1);
  if (meant === undefined) return [];
  return [warn(context, at, misspeltName({ kind, name, closest: meant }))];
}
