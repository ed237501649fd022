/** Builders are specialised with the facts of their call: `$pb.at(3, pattern)(…)`. */
import { notAFunction } from '../errors.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';

type FactoryKind = 'pattern' | 'handler' | 'lift' | 'test' | 'builder';

/** Registers a builder; `make` gives the function for one call site, or for an unknown one. */
export function defineBuilder<Made extends object>(
  run: RunState,
  make: (site: CallSite | null) => Made,
): Made {
  const registered = (site: CallSite | null): Made => markFactory(run, make(site), 'builder');
  const generic = registered(null);
  run.builders.set(generic, registered);
  return generic;
}

/** Marks and freezes what takes references as they are. */
export function markFactory<Made extends object>(
  run: RunState,
  made: Made,
  kind: FactoryKind,
): Made {
  run.factories.set(made, kind);
  const { prototype } = made as { prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype);
  return Object.freeze(made);
}

/** The arguments of a builder: its function, and the schemas before or after it. */
export function parseArguments(
  builder: string,
  args: readonly unknown[],
): {
  readonly body: Callable;
  readonly schemas: readonly unknown[];
  readonly name: string | undefined;
} {
  const body = args.find((each) => typeof each === 'function');
  if (body === undefined) throw notAFunction(builder);
  const schemas = args.filter(
    (each) => typeof each === 'boolean' || (typeof each === 'object' && each !== null),
  );
  const name = args.find((each) => typeof each === 'string');
  return { body: body as Callable, schemas, name };
}
