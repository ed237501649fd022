/// <cts-enable />
/**
 * A counter in the older API: `commontools`, `recipe`, `derive`, `cell` and `Default<T, V>`.
 *
 * Expect: the same as for counter.tsx, with `doubled` and a step that starts at 1.
 */
import { cell, derive, handler, NAME, recipe, str, UI } from 'commontools';
import type { Cell, Default } from 'commontools';

interface Input {
  value: Default<number, 0>;
}

const increment = handler<unknown, { value: Cell<number>; step: Cell<number> }>(
  (_event, { value, step }) => {
    value.set(value.get() + step.get());
  },
);

const faster = handler<unknown, { step: Cell<number> }>((_event, { step }) => {
  step.set(step.get() + 1);
});

export default recipe<Input>('Old counter', ({ value }) => {
  const step = cell(1);
  const doubled = derive(value, (current) => current * 2);

  return {
    [NAME]: str`Old counter: ${value}`,
    [UI]: (
      <div>
        <span>
          {value}, doubled {doubled}
        </span>
        <ct-button onClick={increment({ value, step })}>+</ct-button>
        <ct-button onClick={faster({ step })}>Faster</ct-button>
      </div>
    ),
    value,
    step,
    doubled,
    increment: increment({ value, step }),
    faster: faster({ step }),
  };
});
