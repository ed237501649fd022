/** `equals` compares places, never values; `valueEqual` compares values, however deep. */
import {
  action,
  assert,
  Cell,
  computed,
  equals,
  pattern,
  TESTS,
  valueEqual,
  Writable,
} from 'commonfabric';

interface Item {
  title: string;
}

export default pattern(() => {
  const items = new Writable<Item[]>([{ title: 'same' }, { title: 'same' }]);
  const alias = computed(() => items.get()[0]);
  const other = new Writable({ title: 'same' });
  const swap = action(() => items.set(items.get().toReversed()));
  const seen = new Writable<Item | undefined>(undefined);
  const remember = action(() => seen.set(items.get()[0]));
  return {
    [TESTS]: [
      { assertion: assert(() => equals(items.get()[0], items.get()[0])) },
      { assertion: assert(() => !equals(items.get()[0], items.get()[1])) },
      { assertion: assert(() => Writable.equals(items.key(0), items.get()[0])) },
      { assertion: assert(() => Cell.equals(items.key(1), items.key(1))) },
      { assertion: assert(() => items.key(0).equals(alias)) },
      { assertion: assert(() => !equals(items.get()[0], other)) },
      { assertion: assert(() => !equals(undefined, undefined)) },
      { assertion: assert(() => valueEqual(items.get()[0], items.get()[1])) },
      { assertion: assert(() => valueEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })) },
      { assertion: assert(() => !valueEqual({ a: [1] }, { a: [1, undefined] })) },
      { action: remember },
      { action: swap },
      { assertion: assert(() => equals(seen.get(), items.get()[1])) },
      { assertion: assert(() => !equals(seen.get(), items.get()[0])) },
    ],
  };
});
