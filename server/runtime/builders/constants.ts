/** Names that are keys of results, and functions that only describe. */
import { equalsByLink, equalsByValue, identityOf } from '../face/identity.ts';
import type { Callable, RunState } from '../run-state.ts';
import { labelOf } from '../store/nodes.ts';
import { defineBuilder, markFactory } from './define.ts';
import { debugString } from './debug.ts';

/** Keys of a result that mean something to the host. */
export const RESULT_KEYS = Object.freeze({
  NAME: '$NAME',
  UI: '$UI',
  TYPE: '$TYPE',
  TILE_UI: '$TILE_UI',
  CHIP_UI: '$CHIP_UI',
  FS: '$FS',
  TESTS: '$TESTS',
});

/** Comparison and description; each takes references as they are. */
export function makeTools(run: RunState): Readonly<Record<string, unknown>> {
  const builder = (make: Callable): Callable =>
    defineBuilder(
      run,
      () =>
        (...args) =>
          make(...args),
    );
  return {
    equals: builder((a, b) => equalsByLink(run, a, b)),
    valueEqual: builder((a, b) => equalsByValue(run, a, b)),
    byRef: builder((value) => value),
    schema: Object.freeze((value: unknown) => value),
    toSchema: defineBuilder(run, (site): Callable => (extra) => {
      const schema = site?.schemas.result ?? site?.schemas.argument ?? {};
      const more = typeof extra === 'object' && extra !== null ? extra : {};
      return Object.freeze({ ...schema, ...more });
    }),
    patternTool: builder((pattern, extraParams) => Object.freeze({ pattern, extraParams })),
    multiUserTest: builder((test) => markFactory(run, { ...(test as object) }, 'test')),
    uiVariant: builder((piece, variant) =>
      Object.freeze({
        type: 'vnode',
        name: 'cf-render',
        props: { $cell: piece, variant },
        children: [],
      }),
    ),
    getEntityId: builder((value) => entityId(run, value)),
    entityRefToString: Object.freeze((entity: unknown) => debugString(entity, 0)),
    toIndentedDebugString: Object.freeze((value: unknown) => debugString(value, 2)),
    toCompactDebugString: Object.freeze((value: unknown) => debugString(value, 0)),
  };
}

/** A name for the place that a value stands for; undefined when it stands for none. */
function entityId(run: RunState, value: unknown): object | undefined {
  const place = identityOf(run, value);
  return place && Object.freeze({ '/': labelOf(place) });
}
