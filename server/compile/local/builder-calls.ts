/** The builder calls of one file: what their types say, and the functions that they are given. */
import * as ts from 'typescript';
import { callOffset } from '../transform/calls.ts';
import { readFact } from '../types/facts.ts';
import type { LocalFact } from '../types/facts.ts';
import type { BuilderUse } from '../slips/index.ts';
import { callbackFrame } from './api.ts';
import type { ApiCalls } from './api.ts';
import { callbackOf } from './callbacks.ts';
import type { Scopes } from './scopes.ts';

export interface BuilderCalls {
  readonly facts: readonly LocalFact[];
  /** Where the fact of each call stands in `facts`. */
  readonly indexes: ReadonlyMap<ts.Node, number>;
  /** The functions of patterns. */
  readonly bodies: ReadonlySet<ts.Node>;
  /** The functions that one builder call is given by name. */
  readonly named: ReadonlyMap<ts.Node, BuilderUse>;
}

/** Finds every builder call, outer before inner. */
export function collectBuilderCalls(
  file: ts.SourceFile,
  calls: ApiCalls,
  scopes: Scopes,
): BuilderCalls {
  const indexes = new Map<ts.Node, number>();
  const facts: LocalFact[] = [];
  const bodies = new Set<ts.Node>();
  const uses = new Map<ts.Node, BuilderUse[]>();
  const collect = (use: BuilderUse): void => {
    const { builder, call } = use;
    const at = file.getLineAndCharacterOfPosition(callOffset(call));
    const position = { line: at.line + 1, column: at.character + 1 };
    indexes.set(call, facts.length);
    facts.push(readFact(call, builder, position, { calls, scopes }));
    const given = callbackOf(call, scopes);
    if (!given) return;
    if (callbackFrame(builder) === 'pattern') bodies.add(given);
    const byName = given.pos < call.pos || given.end > call.end;
    if (byName) uses.set(given, [...(uses.get(given) ?? []), use]);
  };
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const builder = calls.builderOf(node);
      if (builder !== undefined) collect({ builder, call: node });
    }
    node.forEachChild(walk);
  };
  walk(file);
  return { facts, indexes, bodies, named: onlyUses(uses) };
}

/** Of a function that several builders are given, no look can say how it runs. */
function onlyUses(uses: ReadonlyMap<ts.Node, readonly BuilderUse[]>): Map<ts.Node, BuilderUse> {
  const named = new Map<ts.Node, BuilderUse>();
  for (const [given, [use, ...others]] of uses)
    if (use && others.length === 0) named.set(given, use);
  return named;
}
