/** `Cell`, `Writable` and `cell`: state of the pattern's own. */
import { equalsByLink } from '../face/identity.ts';
import { reference } from '../face/references.ts';
import { docFor, nextCause } from '../reactive/causes.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link } from '../store/nodes.ts';
import type { Scope } from '../store/space.ts';
import { toStored } from '../store/to-stored.ts';
import { defineBuilder } from './define.ts';
import { contentShape } from './patterns.ts';

function makeCell(run: RunState, site: CallSite | null, scope: Scope, initial: unknown): object {
  const name = site?.name ?? 'cell';
  const shape = contentShape(site?.argument ?? site?.result);
  const value = (): unknown => {
    const given =
      initial === undefined && shape?.hasDefault === true ? shape.defaultValue() : initial;
    return toStored(run, given, 'doc', name);
  };
  const cause = nextCause(run, name, site?.origin ?? null);
  const doc = docFor(run, cause, scope ?? shape?.scope, { name, shape, value });
  return reference(run, new Link(doc, EMPTY_PATH, shape, true));
}

/** The function form: `cell(v)`, and the `of` of every constructor. */
export function makeCellFunction(run: RunState, scope?: Scope): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (initial) =>
        makeCell(run, site, scope, initial),
  );
}

/** A constructor with `of`, `for`, and what more it carries. */
function makeConstructor(
  run: RunState,
  scope: Scope,
  statics: Readonly<Record<string, unknown>>,
): Callable {
  const forCause = defineBuilder(
    run,
    (site): Callable =>
      () =>
        makeCell(run, site, scope, undefined),
  );
  const all = { of: makeCellFunction(run, scope), for: forCause, ...statics };
  return defineBuilder(run, (site): Callable => {
    const constructor = function Cell(initial: unknown): object {
      return makeCell(run, site, scope, initial);
    };
    return Object.assign(constructor, all);
  });
}

/** A constructor with its statics; each scope has one of its own. */
export function makeCellConstructor(run: RunState): Callable {
  const equals = Object.freeze((a: unknown, b: unknown) => equalsByLink(run, a, b));
  const common = { equals, equalLinks: equals };
  return makeConstructor(run, undefined, {
    ...common,
    perUser: makeConstructor(run, 'user', common),
    perSession: makeConstructor(run, 'session', common),
    perSpace: makeConstructor(run, 'space', common),
  });
}
