/** Handlers that are bound without a part of the state that they declare. */
import * as ts from 'typescript';
import { missingState, streamCalled } from '../../protocol/index.ts';
import type { Diagnostic } from '../../protocol/index.ts';
import { closest } from '../link/closest.ts';
import { unwrap } from '../local/references.ts';
import { functionGiven, madeBy, membersOf, warn } from './context.ts';
import type { Look, SlipContext } from './context.ts';

interface Part {
  readonly key: string;
  readonly required: boolean;
}

/** What the type of a handler's state names; undefined where this file does not tell. */
export function handlerState(
  call: ts.CallExpression,
  context: SlipContext,
): readonly Part[] | undefined {
  const given = functionGiven(call, context)?.node;
  const type = call.typeArguments?.[1] ?? given?.parameters[1]?.type;
  return membersOf(type, context)?.flatMap((member): Part[] => {
    if (!ts.isIdentifier(member.name)) return [];
    const required = member.questionToken === undefined && !hasDefault(member.type);
    return [{ key: member.name.text, required }];
  });
}

function hasDefault(type: ts.TypeNode | undefined): boolean {
  return type !== undefined && /\b(?:Default|any|unknown|undefined|null)\b/.test(type.getText());
}

export const bindingSlips: Look<ts.CallExpression> = (node, context): Diagnostic[] => {
  if (!ts.isIdentifier(node.expression)) return [];
  const made = madeBy(context.scopes.lookup(node.expression), context);
  if (made?.builder === 'action') return called(node.expression, context);
  if (made?.builder !== 'handler' || !ts.isCallExpression(made.call)) return [];
  const given = givenKeys(node);
  const state = given && handlerState(made.call, context);
  if (!state) return [];
  const names = new Set(state.map(({ key }) => key));
  const strange = new Set(given.filter((key) => !names.has(key)));
  const missing = state.find(({ key, required }) => required && !given.includes(key));
  if (missing === undefined) return [];
  const { key } = missing;
  const name = node.expression.text;
  const message = missingState({ name, key, given: closest(key, strange) ?? onlyOne(strange) });
  return [warn(context, node.arguments[0] ?? node, message)];
};

/** An action that is called instead of being sent an event. */
function called(name: ts.Identifier, context: SlipContext): Diagnostic[] {
  return [warn(context, name, streamCalled({ name: name.text }))];
}

function onlyOne(names: ReadonlySet<string>): string | undefined {
  return names.size === 1 ? [...names][0] : undefined;
}

/** The names that a handler is given; undefined where the text does not tell all of them. */
function givenKeys(call: ts.CallExpression): string[] | undefined {
  const [state] = call.arguments;
  if (!state) return [];
  const object = unwrap(state);
  if (!ts.isObjectLiteralExpression(object)) return undefined;
  const keys = object.properties.map(({ name }) =>
    name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : undefined;
}
