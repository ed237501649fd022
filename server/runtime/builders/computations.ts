/** `computed`, `lift`, `derive`, `assert`: values computed from others. */
import { readLink } from '../face/read.ts';
import { reference } from '../face/references.ts';
import { makeDerived, makeIdle } from '../reactive/derived.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc } from '../store/nodes.ts';
import type { Shape } from '../store/shape.ts';
import { toStored } from '../store/to-stored.ts';
import { defineBuilder, markFactory, parseArguments } from './define.ts';

/** Makes a computed value and gives the reference to it. */
export function derivedReference(
  run: RunState,
  site: CallSite | null,
  fallbackName: string,
  compute: () => unknown,
): object {
  const name = site?.name ?? fallbackName;
  const origin = site?.origin ?? run.frame.origin;
  const derived = makeDerived(run, { name, origin, compute });
  return reference(run, new Link(derived, EMPTY_PATH, undefined, false));
}

/** Holds what a computation or a handler is bound to; references in it become links. */
export function bindInput(
  run: RunState,
  input: unknown,
  shape: Shape | undefined,
  role: 'wiring' | 'binding' = 'wiring',
): Link {
  const doc = makeDoc(toStored(run, input, 'derived'), { name: '', role });
  return new Link(doc, EMPTY_PATH, shape, false);
}

/** What an undeclared parameter is used as: a cell where its body calls a cell's method. */
function usedAs(run: RunState, use: CallSite['cellUse']): Shape | undefined {
  const cell = { asCell: ['cell'] };
  if (use === undefined) return undefined;
  if (use === true) return run.shapes.of(cell);
  return run.shapes.of({ properties: Object.fromEntries(use.map((name) => [name, cell])) });
}

function inputShape(run: RunState, site: CallSite | null, explicit: unknown): Shape | undefined {
  return run.shapes.of(explicit) ?? site?.argument ?? usedAs(run, site?.cellUse);
}

/** `computed(fn)`. */
export function makeComputed(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body } = parseArguments('computed', args);
    return derivedReference(run, site, 'computed', () => body());
  });
}

/** `lift(fn)`, `lift(fn, input, result)` and the older `lift(input, result, fn)`. */
export function makeLift(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body, schemas } = parseArguments('lift', args);
    const shape = inputShape(run, site, schemas[0]);
    const factory: Callable = (input) => {
      const bound = bindInput(run, input, shape);
      return derivedReference(run, site, 'lift', () => body(readLink(run, bound)));
    };
    return markFactory(run, factory, 'lift');
  });
}

/** `derive(input, fn)` and `derive(inputSchema, resultSchema, input, fn)`. */
export function makeDerive(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body } = parseArguments('derive', args);
    const withSchemas = args.length > 2;
    const shape = inputShape(run, site, withSchemas ? args[0] : undefined);
    const bound = bindInput(run, withSchemas ? args[2] : args[0], shape);
    return derivedReference(run, site, 'derive', () => body(readLink(run, bound)));
  });
}

/** `assert(fn)`: a computed for tests; compiled bodies give a record of their operands. */
export function makeAssert(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (...args) => {
    const { body } = parseArguments('assert', args);
    const compute = (): unknown => {
      const outcome = body();
      const recorded = typeof outcome === 'object' && outcome !== null && 'ok' in outcome;
      const record = recorded ? outcome : { ok: Boolean(outcome), source: '', parts: [] };
      return { ...record, at: site?.origin ?? null };
    };
    const name = site?.name ?? 'assert';
    const origin = site?.origin ?? run.frame.origin;
    const derived = makeIdle(run, { name, origin, compute, lazy: true });
    return reference(run, new Link(derived, EMPTY_PATH, undefined, false));
  });
}
