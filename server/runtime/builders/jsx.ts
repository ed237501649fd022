/** JSX: `h` makes nodes `{ type: 'vnode', name, props, children }`, or calls what the tag is. */
import { unboundProperty } from '../errors.ts';
import { linkOf } from '../face/identity.ts';
import type { Callable, RunState } from '../run-state.ts';

type Props = Readonly<Record<string, unknown>>;

/** The name that a fragment has in a view. */
export function fragmentName(generation: string | undefined): string {
  return generation === 'commontools' ? 'ct-fragment' : 'cf-fragment';
}

/** Makes `h`, with its fragment as a property. */
export function makeH(
  run: RunState,
  generation: string | undefined,
): Callable & { readonly fragment: string } {
  const fragment = fragmentName(generation);
  const h = (type: unknown, props: unknown, ...children: unknown[]): unknown => {
    const given = (props ?? {}) as Props;
    const flat = children.flat();
    if (typeof type !== 'function') return element(run, String(type), given, flat);
    return (type as Callable)(flat.length === 0 ? { ...given } : { ...given, children: flat });
  };
  return Object.freeze(Object.assign(h, { fragment }));
}

function element(run: RunState, name: string, props: Props, children: unknown[]): object {
  for (const property of Object.keys(props)) {
    if (!property.startsWith('$')) continue;
    const value = props[property];
    if (value === undefined || value === null) continue;
    if (linkOf(run, value) === undefined) throw unboundProperty(property, name);
  }
  return Object.freeze({ type: 'vnode', name, props, children });
}
