/// <cts-enable />
/** The older builder in its three forms: with a name, with schemas, with a type alone. */
import { Cell, Default, handler, NAME, recipe, str, UI } from 'commontools';

const raise = handler<{ detail?: { by: number } }, { n: Cell<number> }>(({ detail }, { n }) => {
  n.set(n.get() + (detail?.by ?? 1));
});

const Schemas = recipe(
  { type: 'object', properties: { n: { type: 'number', default: 5 } } },
  { type: 'object', properties: { n: { type: 'number' } } },
  ({ n }) => ({ n }),
);
/** A default of the whole input fills in what has none of its own. */
const Whole = recipe(
  {
    type: 'object',
    properties: { list: { type: 'array' }, n: { type: 'number', default: 5 } },
    default: { list: ['x'], n: 9 },
  },
  { type: 'object' },
  ({ list, n }) => ({ list, n }),
);
const Typed = recipe<{ n: Default<number, 7> }>(({ n }) => ({ n }));

export default recipe<{ n: Default<number, 2> }>('Forms', ({ n }) => ({
  [NAME]: str`Forms: ${n}`,
  [UI]: (
    <div>
      <ct-button onct-click={raise({ n } as never)}>+</ct-button>
      <>{n}</>
    </div>
  ),
  n,
  schemas: Schemas({}),
  whole: Whole({}),
  given: Whole({ list: [] }),
  typed: Typed({} as never),
  raise: raise({ n } as never),
}));
