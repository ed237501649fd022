/** The helpers that compiled code calls as `$pb`; see protocol/functor.ts. */
import type { ModuleHelpers } from '../protocol/functor.ts';
import type { CallFact } from '../protocol/record.ts';
import { noteOperand, recordAssertion } from './assertions.ts';
import { fragmentName, makeH } from './builders/jsx.ts';
import { readContainer } from './face/containers.ts';
import { linkOf } from './face/identity.ts';
import { readLink } from './face/read.ts';
import { childReference, reference } from './face/references.ts';
import { keepLive, makeIdle, type Outcome } from './reactive/derived.ts';
import { keepsReferences } from './reactive/frames.ts';
import type { CallSite, RunState } from './run-state.ts';
import { freezeFunctions, inertCopy } from './inert.ts';
import { EMPTY_PATH, Link, type Key } from './store/nodes.ts';

/** Makes the helpers of one module. */
export function makeHelpers(
  run: RunState,
  module: string,
  facts: readonly CallFact[],
  generation: string | undefined,
): ModuleHelpers {
  const at = makeAt(run, module, facts);
  const isFactory = (callee: unknown): boolean =>
    (typeof callee === 'function' || (typeof callee === 'object' && callee !== null)) &&
    run.factories.has(callee);
  const r = (value: unknown): unknown => readCaptured(run, value);
  return Object.freeze({
    at,
    r,
    x: ({ $site }, callee) =>
      run.frame.kind !== 'pattern' || isFactory(callee) ? $site() : evaluateSite(run, $site),
    p: (base, ...keys) => pathOf(run, base, keys),
    arg: (callee, value) => (isFactory(callee) ? value : r(value)),
    assertion: (source, outcome) => recordAssertion(run, source, outcome),
    operand: (source, value) => noteOperand(run, source, value),
    h: makeH(run, generation),
    Fragment: fragmentName(generation),
    data: inertCopy,
    fns: freezeFunctions,
    constants: (table) => void run.constants.set(module, table),
    star: exportStar,
  } satisfies ModuleHelpers);
}

/** Specialises builders with the facts of their call; each place makes its builder once. */
function makeAt(run: RunState, module: string, facts: readonly CallFact[]): ModuleHelpers['at'] {
  const made = new Map<number, { readonly callee: object; readonly builder: unknown }>();
  return (index, callee) => {
    if (typeof callee !== 'function' && (typeof callee !== 'object' || callee === null))
      return callee;
    const make = run.builders.get(callee);
    const fact = facts[index];
    if (make === undefined || fact === undefined) return callee;
    const known = made.get(index);
    if (known?.callee === callee) return known.builder;
    const builder = make(siteOf(run, module, index, fact));
    made.set(index, { callee, builder });
    return builder;
  };
}

function siteOf(run: RunState, module: string, index: number, fact: CallFact): CallSite {
  const { argument, event, result } = fact;
  return Object.freeze({
    origin: Object.freeze({ module, fact: index }),
    name: fact.name,
    argument: run.shapes.of(argument),
    event: run.shapes.of(event),
    result: run.shapes.of(result),
    schemas: { argument, event, result },
    cellUse: fact.cellUse,
  });
}

function readCaptured(run: RunState, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || keepsReferences(run)) return value;
  const link = run.references.get(value);
  if (link === undefined) return readContainer(run, value, (member) => readCaptured(run, member));
  return link.cell ? value : readLink(run, link);
}

/** An expression of a pattern body: live when it read something reactive, else its bare value. */
function evaluateSite(run: RunState, site: () => unknown): unknown {
  let bare: Outcome | undefined;
  let started = false;
  const derived = makeIdle(run, {
    name: 'expression',
    origin: run.frame.origin,
    compute: site,
    observe: (frame, outcome) => {
      if (!started && frame.reads === 0) bare = outcome;
      return !started && bare !== undefined;
    },
  });
  derived.pull();
  started = true;
  if (bare === undefined) {
    keepLive(run, derived, site);
    return reference(run, new Link(derived, EMPTY_PATH, undefined, false));
  }
  if (bare.failed) throw bare.value;
  return bare.value;
}

/** A path is followed as a reference from the first reference or view on. */
function pathOf(run: RunState, base: unknown, keys: readonly Key[]): unknown {
  let value = base;
  for (const [index, key] of keys.entries()) {
    const link = linkOf(run, value);
    if (link !== undefined) return childReference(run, link, keys.slice(index));
    value = (value as Record<Key, unknown>)[key];
  }
  return value;
}

/** Re-exports live, as `export *` does: own names come first, and `default` stays behind. */
function exportStar(exports: Record<string, unknown>, namespace: unknown): void {
  const source = Object(namespace) as Record<string, unknown>;
  for (const name of Object.keys(source)) {
    if (name === 'default' || Object.hasOwn(exports, name)) continue;
    Object.defineProperty(exports, name, { enumerable: true, get: () => source[name] });
  }
}
