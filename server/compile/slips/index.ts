/** Slips of authors: what the text of a file shows, runs, and does not do what was meant. */
import * as ts from 'typescript';
import type { Diagnostic } from '../../protocol/index.ts';
import { isTypeOnly } from '../local/references.ts';
import { bindingSlips } from './bindings.ts';
import { bodySlips } from './bodies.ts';
import { cellSlips } from './cells.ts';
import { eventSlips } from './events.ts';
import { eventNameSlips, resultSlips, tagSlips, unusedViews } from './views.ts';
import type { SlipContext } from './context.ts';

export type { BuilderUse, SlipContext } from './context.ts';

const none: readonly Diagnostic[] = [];

/** What the looks find that are for this kind of node. */
function slipsAt(node: ts.Node, context: SlipContext): readonly Diagnostic[] {
  if (ts.isIdentifier(node)) return cellSlips(node, context);
  if (ts.isCallExpression(node)) {
    return [bodySlips, bindingSlips, resultSlips].flatMap((look) => look(node, context));
  }
  if (ts.isJsxAttribute(node)) {
    return [eventSlips, eventNameSlips].flatMap((look) => look(node, context));
  }
  if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
    return tagSlips(node, context);
  }
  return ts.isExpressionStatement(node) ? unusedViews(node, context) : none;
}

/** A warning at each slip, in the order of the text. */
export function authorSlips(context: SlipContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  const walk = (node: ts.Node): void => {
    if (isTypeOnly(node)) return;
    found.push(...slipsAt(node, context));
    node.forEachChild(walk);
  };
  walk(context.file);
  return found;
}
