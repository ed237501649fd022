/** Events of elements that get something else than a handler. */
import * as ts from 'typescript';
import { calledWhileShown, eventText, unboundHandler } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { unwrap } from '../local/references.ts';
import { handlerState } from './bindings.ts';
import { cellKind } from './cell-kinds.ts';
import { isEventName, madeBy, warn } from './context.ts';
import type { Look, SlipContext } from './context.ts';

const writes: ReadonlySet<string> = new Set(
  'set send push update remove removeAll increment addUnique'.split(' '),
);

export const eventSlips: Look<ts.JsxAttribute> = (node, context): Diagnostic[] => {
  const event = node.name.getText(context.file);
  const { initializer } = node;
  if (!isEventName(event) || !initializer) return [];
  if (ts.isStringLiteral(initializer)) {
    return [warn(context, initializer, eventText({ event }))];
  }
  if (!ts.isJsxExpression(initializer) || !initializer.expression) return [];
  const given = unwrap(initializer.expression);
  if (ts.isStringLiteralLike(given)) return [warn(context, given, eventText({ event }))];
  if (ts.isIdentifier(given)) return unbound(given, context);
  if (!ts.isCallExpression(given) || !isWrite(given, context)) return [];
  const fix = `() => ${given.getText(context.file)}`;
  return [warn(context, given, calledWhileShown({ event, fix }))];
};

/** A call that changes a cell or prints: nothing that gives a handler. */
function isWrite({ expression }: ts.CallExpression, context: SlipContext): boolean {
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const on = unwrap(expression.expression);
  if (!ts.isIdentifier(on)) return false;
  if (on.text === 'console' && context.scopes.lookup(on) === undefined) return true;
  return writes.has(expression.name.text) && cellKind(on, context) !== undefined;
}

/** A handler that was made in this file and is used as if it were bound. */
function unbound(name: ts.Identifier, context: SlipContext): Diagnostic[] {
  const made = madeBy(context.scopes.lookup(name), context);
  if (made?.builder !== 'handler' || !ts.isCallExpression(made.call)) return [];
  const keys = handlerState(made.call, context)?.map(({ key }) => key) ?? [];
  const state = keys.length === 0 ? '{ … }' : `{ ${keys.join(', ')} }`;
  return [warn(context, name, unboundHandler({ name: name.text, state }))];
}
