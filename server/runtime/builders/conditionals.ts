/** `ifElse`, `when`, `unless` and `str`. */
import { readContent } from '../face/read.ts';
import type { Callable, CallSite, RunState } from '../run-state.ts';
import { childLink, Link } from '../store/nodes.ts';
import { stepInto } from '../store/walk.ts';
import { bindInput, derivedReference } from './computations.ts';
import { defineBuilder } from './define.ts';

/** A choice gives a link to what was chosen, so that its identity is kept. */
function choice(
  run: RunState,
  site: CallSite | null,
  name: string,
  inputs: readonly unknown[],
  choose: (condition: boolean) => number,
): object {
  const bound = bindInput(run, inputs, undefined);
  const values = bound.node.kind === 'doc' ? bound.node.value : undefined;
  return derivedReference(run, site, name, () => {
    const chosen = choose(Boolean(readContent(run, childLink(bound, 0))));
    const value = stepInto(values, chosen);
    return Link.is(value) ? new Link(value.node, value.path, value.shape, false) : value;
  });
}

/** `ifElse(condition, then, else)`; the older form with schemas before the condition too. */
export function makeIfElse(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (...args) =>
        choice(run, site, 'ifElse', args.slice(-3), (condition) => (condition ? 1 : 2)),
  );
}

/** `when(condition, value)`: reactive `&&`. */
export function makeWhen(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (...args) =>
        choice(run, site, 'when', args.slice(-2), (condition) => (condition ? 1 : 0)),
  );
}

/** `unless(condition, value)`: reactive `||`. */
export function makeUnless(run: RunState): Callable {
  return defineBuilder(
    run,
    (site): Callable =>
      (...args) =>
        choice(run, site, 'unless', args.slice(-2), (condition) => (condition ? 0 : 1)),
  );
}

/** The tagged template `str`. */
export function makeStr(run: RunState): Callable {
  return defineBuilder(run, (site): Callable => (strings, ...values) => {
    const bound = bindInput(run, values, undefined);
    const parts = [...(strings as readonly string[])];
    return derivedReference(run, site, 'str', () =>
      parts.reduce((text, part, index) => {
        const value = readContent(run, childLink(bound, index - 1));
        return text + String(value) + part;
      }),
    );
  });
}
