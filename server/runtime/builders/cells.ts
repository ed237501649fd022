/** `Cell`, `Writable` and `cell`: state of the pattern's own. */
import { equalsByLink } from '../face/identity.ts';
import { reference } from '../face/references.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { EMPTY_PATH, Link, makeDoc } from '../store/nodes.ts';
import { toStored } from '../store/to-stored.ts';
import { defineBuilder } from './define.ts';
import { contentShape } from './patterns.ts';

function makeCell(run: RunState, site: CallSite | null, initial: unknown): object {
  const name = site?.name ?? 'cell';
  const shape = contentShape(site?.argument ?? site?.result);
  const value =
    initial === undefined && shape?.hasDefault === true ? shape.defaultValue() : initial;
  const doc = makeDoc(toStored(run, value, 'doc', name), { name, shape });
  return reference(run, new Link(doc, EMPTY_PATH, shape, true));
}

/** The function form: `cell(v)`, and the `of` of every constructor. */
export function makeCellFunction(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (initial) =>
        makeCell(run, site, initial),
  );
}

/** Everything a cell constructor carries besides being one. */
type Statics = Readonly<Record<string, unknown>>;

function makeConstructor(run: RunState, statics: Statics): Callable {
  return defineBuilder(run, (site): Callable => {
    const constructor = function Cell(initial: unknown): object {
      return makeCell(run, site, initial);
    };
    return Object.assign(constructor, statics);
  });
}

/** A constructor with its statics. One user in one window has one scope, so all scopes are alike. */
export function makeCellConstructor(run: RunState): Callable {
  const of = makeCellFunction(run);
  const forCause = defineBuilder(
    run,
    (site): Callable =>
      () =>
        makeCell(run, site, undefined),
  );
  const equals = Object.freeze((a: unknown, b: unknown) => equalsByLink(run, a, b));
  const common = { of, for: forCause, equals, equalLinks: equals };
  const scoped = makeConstructor(run, common);
  return makeConstructor(run, { ...common, perUser: scoped, perSession: scoped, perSpace: scoped });
}
