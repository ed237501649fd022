/** Which function a builder call is given. */
import * as ts from 'typescript';
import type { CallLike } from './api.ts';
import { unwrap } from './references.ts';
import type { Scopes } from './scopes.ts';

export type Callback = ts.FunctionLikeDeclaration;

/** The function that a builder call is given, inline or by the name of a constant or function. */
export function callbackOf(call: CallLike, scopes: Scopes): Callback | undefined {
  for (const argument of [...(call.arguments ?? [])].reverse()) {
    const node = unwrap(argument);
    if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return node;
    if (!ts.isIdentifier(node)) continue;
    const binding = scopes.lookup(node);
    if (binding && ts.isFunctionDeclaration(binding.declaration)) return binding.declaration;
    const value = binding?.initializer && unwrap(binding.initializer);
    if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return value;
  }
  return undefined;
}
