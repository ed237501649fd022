/** JSX attributes: events, two-way bindings, and values. */
import * as ts from 'typescript';
import type { Frame, Transform } from './context.ts';
import { functionIn } from './functions.ts';
import { passOn } from './names.ts';
import { asFunction } from './paths.ts';
import { atSite } from './sites.ts';

const eventName = /^on(?:[A-Z]|[a-z]*-)/;

function isComponent(t: Transform, attribute: ts.JsxAttribute): ts.Expression | undefined {
  const { tagName } = attribute.parent.parent;
  if (ts.isIdentifier(tagName) && /^[a-z]/.test(tagName.text)) return undefined;
  return ts.isIdentifier(tagName) || ts.isPropertyAccessExpression(tagName) ? tagName : undefined;
}

function valueIn(
  t: Transform,
  attribute: ts.JsxAttribute,
  value: ts.Expression,
  frame: Frame,
): ts.Expression {
  const name = attribute.name.getText();
  const handler = eventName.test(name) ? asFunction(value) : undefined;
  if (handler) {
    return functionIn(t, handler, { kind: 'compute', boundary: handler }) as ts.ArrowFunction;
  }
  if (!frame.boundary) return atSite(t, value, frame);
  if (name.startsWith('$') || eventName.test(name)) return passOn(t, value, frame, undefined);
  const component = isComponent(t, attribute);
  if (component && t.analysed.calls.isBuilderLike(component)) {
    return passOn(t, value, frame, undefined);
  }
  if (component && t.analysed.calls.maybeFactory(component)) {
    return passOn(t, value, frame, component);
  }
  return atSite(t, value, frame);
}

/** Rewrites `name={value}`. */
export function attributeIn(t: Transform, node: ts.JsxAttribute, frame: Frame): ts.JsxAttribute {
  const { factory } = t.context;
  const { initializer } = node;
  if (!initializer || ts.isStringLiteral(initializer)) return node;
  if (!ts.isJsxExpression(initializer)) {
    return factory.updateJsxAttribute(node, node.name, t.visit(initializer, frame));
  }
  if (!initializer.expression) return node;
  const value = valueIn(t, node, initializer.expression, frame);
  return factory.updateJsxAttribute(
    node,
    node.name,
    factory.updateJsxExpression(initializer, value),
  );
}
