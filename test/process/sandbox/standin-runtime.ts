/**
 * A runtime just large enough for hand-written functors: `pattern(body)` makes a factory whose body
 * runs once, `stream(handler)` a stream, `cell(value)` a box. The real one has tests of its own.
 */
import type { ModuleHelpers } from '../../../server/protocol/index.ts';
import type { Resolved, Runtime, RuntimePowers } from '../../../server/runtime/api.ts';

type Handler = (event: unknown) => unknown;
type Body = (argument: unknown) => unknown;

export const refusalOf = (): null => null;

/** Only tests with several users share one, and those run on the real runtime. */
export const createSpace = (): never => {
  throw new Error('This runtime has no space to share.');
};

export function createRuntime(powers: RuntimePowers): Runtime {
  const factories = new WeakMap<object, Body>();
  const streams = new WeakMap<object, Handler>();
  const cells = new WeakMap<object, { value: unknown }>();
  const queue: (() => void)[] = [];
  let root: unknown;
  const ask = powers.fetch;

  const api = harden({
    pattern: (body: Body) => {
      const factory = () => undefined;
      factories.set(factory, body);
      return harden(factory);
    },
    stream: (handler: Handler) => {
      const made = harden({});
      streams.set(made, handler);
      return made;
    },
    cell: (value: unknown) => {
      const box = { value };
      const made = harden({
        get: () => box.value,
        set: (next: unknown) => void (box.value = next),
      });
      cells.set(made, box);
      return made;
    },
    now: () => powers.now(),
    random: () => powers.random(),
  });

  const helpers: ModuleHelpers = harden({
    at: (_index: number, callee: unknown) => callee,
    x: (site: { $site: () => unknown }) => site.$site(),
    r: (value: unknown) => value,
    p: (base: unknown) => base,
    arg: (_callee: unknown, value: unknown) => value,
    assertion: (_source: string, site: { $site: () => unknown }) => site.$site(),
    operand: (_source: string, value: unknown) => value,
    h: (type: unknown, props: unknown, ...children: unknown[]) => ({ type, props, children }),
    Fragment: 'fragment',
    star: (exports: Record<string, unknown>, namespace: unknown) =>
      void Object.assign(exports, namespace),
    data: (value: unknown) => value,
    fns: () => undefined,
    constants: () => undefined,
  });

  const resolve = (value: unknown): Resolved => {
    if (typeof value === 'function' && factories.has(value)) {
      return { kind: 'factory', export: 'pattern' };
    }
    if (typeof value !== 'object' || value === null) return { kind: 'value', value };
    if (streams.has(value)) return { kind: 'stream' };
    const cell = cells.get(value);
    return { kind: 'value', value: cell ? cell.value : value };
  };

  const find = (path: readonly (string | number)[]): Handler | undefined => {
    const value = path.reduce<unknown>(
      (at, key) => (at as Record<string | number, unknown> | undefined)?.[key],
      root,
    );
    return typeof value === 'object' && value !== null ? streams.get(value) : undefined;
  };

  return {
    modules: { commonfabric: api } as unknown as Runtime['modules'],
    globals: ask === undefined ? {} : { fetch: (url: unknown) => ask(url, undefined, false) },
    helpersFor: () => helpers,
    kindOf: (value) =>
      typeof value !== 'function' ? 'data' : factories.has(value) ? 'pattern' : 'function',
    originOf: () => null,
    instantiate: (factory, argument) => {
      root = factories.get(factory as object)?.(argument);
      return { result: root };
    },
    arrive: () => undefined,
    rehearse: () => undefined,
    isIdle: () => true,
    demand: (read) => read(),
    settle: () => {
      for (let job = queue.shift(); job; job = queue.shift()) job();
    },
    send: (path, event) => {
      const handler = find(path);
      if (!handler) return false;
      queue.push(() => {
        try {
          handler(event);
        } catch (thrown) {
          powers.onFailure({ phase: 'handler', thrown, origin: null, stream: path.join('.') });
        }
      });
      return true;
    },
    resolve,
    waiting: () => [],
    findings: () => [],
    peek: () => undefined,
  };
}

/** The stand-in has no builders that a pattern could be made of. */
export const warmUpPattern = undefined;
