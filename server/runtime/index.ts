/** The pattern runtime: cells, builders, computations and handlers of one run. */
import type { ConstantReference } from '../protocol/schema.ts';
import type { RunningInstance, Runtime, RuntimePowers } from './api.ts';
import { notAPattern } from './errors.ts';
import { instantiatePattern } from './builders/patterns.ts';
import { makeViewHandler } from './face/views.ts';
import { makeReferenceHandler, reference } from './face/references.ts';
import { makeGlobals } from './globals.ts';
import { makeHelpers } from './helpers.ts';
import { makeModules } from './modules.ts';
import { peek } from './peek.ts';
import { resolveValue } from './output.ts';
import { makeCause } from './reactive/causes.ts';
import { makeFrame, withFrame } from './reactive/frames.ts';
import { makeLifetime } from './reactive/lifetime.ts';
import { rehearse } from './reactive/rehearse.ts';
import { isIdle, settle } from './reactive/settle.ts';
import { enqueue } from './reactive/streams.ts';
import type { RunState } from './run-state.ts';
import { arrive } from './services/live.ts';
import { Link, makeDoc } from './store/nodes.ts';
import { makeShapeReader } from './store/shape.ts';
import { createSpace } from './store/space.ts';
import { toStored } from './store/to-stored.ts';
import { follow } from './store/walk.ts';
import { RefusalError } from './errors.ts';
import type { ExportSummary, Refusal } from '../protocol/wire.ts';

export type * from './api.ts';
export { createSpace } from './store/space.ts';
export { warmUpPattern } from './warm-up-pattern.ts';

/** What was refused, when `thrown` is a refusal of a runtime; runs no code of the value. */
export function refusalOf(thrown: unknown): Refusal | null {
  return RefusalError.of(thrown);
}

/** Makes the runtime of one run. */
export function createRuntime(powers: RuntimePowers): Runtime {
  const run = makeRunState(powers);
  let root: Link | null = null;
  const modules = makeModules(run);
  const globals = makeGlobals(run);

  const instantiate: Runtime['instantiate'] = (factory, argument, shared): RunningInstance => {
    const definition = typeof factory === 'function' ? run.patterns.get(factory) : undefined;
    if (definition === undefined) throw notAPattern();
    run.base = makeFrame('late', run.base.lifetime);
    run.frame = run.base;
    const cause = shared === undefined ? null : makeCause(shared);
    const frame = makeFrame('late', run.base.lifetime, null, null, cause);
    root = withFrame(run, frame, () => instantiatePattern(run, definition, argument, ''));
    return Object.freeze({ result: reference(run, root) });
  };

  const send = (path: readonly (string | number)[], event: unknown): boolean => {
    if (root === null) return false;
    const { node } = follow(run, new Link(root.node, [...root.path, ...path], undefined, false));
    if (node.kind === 'stream') enqueue(run, node, event, path.join('.'));
    return node.kind === 'stream';
  };

  return Object.freeze({
    modules,
    globals,
    helpersFor: (module, facts, generation) => {
      run.generation ??= generation;
      return makeHelpers(run, module, facts, generation ?? run.generation);
    },
    kindOf: (value) => kindOf(run, value),
    originOf: (factory) =>
      typeof factory === 'function' ? (run.patterns.get(factory)?.origin ?? null) : null,
    instantiate,
    settle: () => settle(run),
    isIdle: () => isIdle(run),
    arrive: () => arrive(run),
    rehearse: () => rehearse(run),
    send,
    resolve: (value) => resolveValue(run, value),
    demand: (read) => {
      run.demanding = true;
      try {
        return read();
      } finally {
        run.demanding = false;
      }
    },
    peek: (value) => peek(run, value),
    waiting: () => Object.freeze([...run.waiting.values()]),
    findings: () => Object.freeze([...run.findings]),
  } satisfies Runtime);
}

function kindOf(run: RunState, value: unknown): ExportSummary['kind'] {
  const object = (typeof value === 'object' && value !== null) || typeof value === 'function';
  const kind = object ? run.factories.get(value) : undefined;
  if (kind !== undefined && kind !== 'builder') return kind;
  return typeof value === 'function' ? 'function' : 'data';
}

function makeRunState(powers: RuntimePowers): RunState {
  const base = makeFrame('module', makeLifetime());
  const shapes = makeShapeReader({
    constant: (reference) => constantOf(run, reference),
    store: (value) => toStored(run, value, 'derived'),
  });
  const space = powers.participant?.space ?? createSpace();
  const run: RunState = {
    powers,
    generation: powers.generation,
    shapes,
    self: Symbol('SELF'),
    frame: base,
    base,
    references: new WeakMap(),
    views: new WeakMap(),
    viewsOf: new WeakMap(),
    get viewHandler() {
      return viewHandler;
    },
    get referenceHandler() {
      return referenceHandler;
    },
    shells: new WeakMap(),
    targets: new WeakMap(),
    collections: new WeakMap(),
    faces: new WeakMap(),
    participant: powers.participant ?? null,
    space,
    own: new Map(),
    stored: space.stored,
    containers: new WeakMap(),
    originals: new WeakMap(),
    factories: new WeakMap(),
    builders: new WeakMap(),
    patterns: new WeakMap(),
    selves: new WeakMap(),
    constants: new Map(),
    touched: new Map(),
    fresh: [],
    queue: [],
    delivering: null,
    arrivals: makeDoc(0, { name: 'arrivals' }),
    demanding: false,
    operands: null,
    live: new Map(),
    waiting: new Map(),
    findings: [],
  };
  const viewHandler = makeViewHandler(run);
  const referenceHandler = makeReferenceHandler(run);
  return run;
}

/** A constant that a type names; its module is loaded when it is not there yet. */
function constantOf(run: RunState, { module, name }: ConstantReference): unknown {
  const registered = (): (() => unknown) | undefined => run.constants.get(module)?.[name];
  return withFrame(run, makeFrame('module', run.base.lifetime), () => {
    const thunk = registered();
    if (thunk !== undefined) return thunk();
    const loaded = run.powers.constant(module, name);
    return registered()?.() ?? loaded;
  });
}
