/**
 * A run with the pieces that compiled code would use, written by hand: `at` names the fact of a
 * builder call, `x` an expression site, `r` a captured name.
 */
import { createRuntime, type Runtime, type RuntimePowers } from '../../../server/runtime/index.ts';
import type { CallFact } from '../../../server/protocol/record.ts';
import type { ModuleHelpers } from '../../../server/protocol/functor.ts';

export type Failure = Parameters<RuntimePowers['onFailure']>[0];
/** Names that the tests' patterns use, of the API's own and of data. */
type Name =
  | 'pattern'
  | 'recipe'
  | 'lift'
  | 'computed'
  | 'derive'
  | 'handler'
  | 'action'
  | 'cell'
  | 'Cell'
  | 'Writable'
  | 'str'
  | 'ifElse'
  | 'when'
  | 'unless'
  | 'equals'
  | 'valueEqual'
  | 'h'
  | 'SELF'
  | 'of'
  | 'assert'
  | 'wish'
  | 'generateText'
  | 'navigateTo'
  | 'toSchema'
  | 'get'
  | 'set'
  | 'update'
  | 'push'
  | 'key'
  | 'remove'
  | 'removeAll'
  | 'removeByValue'
  | 'addUnique'
  | 'increment'
  | 'elementById'
  | 'sample'
  | 'send'
  | 'map'
  | 'filter'
  | 'flatMap'
  | 'resolveAsCell'
  | 'deep'
  | 'value'
  | 'a'
  | 'b'
  | 'n'
  | 't'
  | 'item'
  | 'items'
  | 'list'
  | 'size'
  | 'kept'
  | 'shared'
  | 'picked'
  | 'plain'
  | 'held'
  | 'user'
  | 'name'
  | 'self'
  | 'source'
  | 'asCell'
  | 'stream'
  | 'own'
  | 'same'
  | 'form'
  | 'saved'
  | 'box'
  | 'other'
  | 'result'
  | 'debug';

/** A value of the authoring API as compiled code uses it: without types. */
export type Loose = ((...args: unknown[]) => Loose) &
  (new (...args: unknown[]) => Loose) & { readonly [Each in Name]: Loose };

export interface Harness {
  readonly runtime: Runtime;
  /** The names of the authoring API, loosely typed as an author's compiled code uses them. */
  readonly api: Loose;
  readonly $pb: ModuleHelpers;
  readonly failures: Failure[];
  readonly constants: Map<string, unknown>;
  /** A builder specialised with a fact. */
  readonly at: (fact: Omit<CallFact, 'position'>) => Loose;
  /** Runs a pattern to idle and gives its result as plain data. */
  readonly start: (factory: unknown, argument?: unknown) => unknown;
  readonly send: (path: string, event?: unknown) => unknown;
  /** The result as plain data; streams are `'<stream>'`, factories `'<factory>'`. */
  readonly read: (path?: string) => unknown;
}

/** Makes a run for a test. */
export function makeHarness(powers: Partial<RuntimePowers> = {}): Harness {
  const failures: Failure[] = [];
  const constants = new Map<string, unknown>();
  const runtime = createRuntime({
    onFailure: (failure) => failures.push(failure),
    now: () => 1_700_000_000_789,
    random: () => 0.25,
    constant: (module, name) => constants.get(`${module}#${name}`),
    ...powers,
  });
  const facts: CallFact[] = [];
  const $pb = runtime.helpersFor('/test.tsx', facts);
  const api = runtime.modules.commonfabric as unknown as Loose;
  let result: unknown;
  const read = (path = ''): unknown =>
    plain(runtime, walkPath(runtime, result, path === '' ? [] : path.split('.')));
  return {
    runtime,
    api,
    $pb,
    failures,
    constants,
    at: (fact) => {
      facts.push({ ...fact, position: { line: 1, column: 1 } });
      return $pb.at(facts.length - 1, builderOf(api, fact.builder)) as Loose;
    },
    start: (factory, argument) => {
      ({ result } = runtime.instantiate(factory, argument));
      runtime.settle();
      return read();
    },
    send: (path, event) => {
      if (!runtime.send(path.split('.'), event)) throw new Error(`no stream at ${path}`);
      runtime.settle();
      return read();
    },
    read,
  };
}

function builderOf(api: Loose, name: string): unknown {
  return name.split('.').reduce<unknown>((value, key) => Reflect.get(value as object, key), api);
}

function walkPath(runtime: Runtime, root: unknown, path: readonly string[]): unknown {
  return path.reduce((value, key) => {
    const step = runtime.resolve(value);
    return step.kind === 'value' ? (Object(step.value) as Record<string, unknown>)[key] : undefined;
  }, root);
}

/** Resolves a value all the way down. */
export function plain(runtime: Runtime, value: unknown, depth = 0): unknown {
  const step = runtime.resolve(value);
  if (step.kind !== 'value') return `<${step.kind}>`;
  if (typeof step.value !== 'object' || step.value === null || depth > 50) return step.value;
  if (step.value instanceof Map || step.value instanceof Set || step.value instanceof Date) {
    return step.value;
  }
  if (Array.isArray(step.value)) {
    return step.value.map((each) => plain(runtime, each, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(step.value).map(([key, each]) => [key, plain(runtime, each, depth + 1)]),
  );
}

/** Runs `act` as an event of a pattern that owns the cells; gives what the pattern then shows. */
export function withCells(
  cells: Readonly<Record<string, unknown>>,
  act: (cells: Loose) => unknown,
): Harness & { readonly value: Readonly<Record<string, unknown>> } {
  const harness = makeHarness();
  const { api, at } = harness;
  const Root = api.pattern(() => {
    const made = Object.fromEntries(
      Object.entries(cells).map(([name, value]) => [name, at({ builder: 'cell', name })(value)]),
    );
    return { ...made, act: api.action(() => act(made as unknown as Loose)) };
  });
  harness.start(Root);
  harness.send('act');
  if (harness.failures[0] !== undefined) throw harness.failures[0].thrown;
  return { ...harness, value: harness.read() as Readonly<Record<string, unknown>> };
}
