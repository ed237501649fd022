/** Bodies that are functions with a name of their own are bodies as those in place are. */
import { action, computed, handler, NAME, pattern, UI, Writable } from 'commonfabric';
import type { Default } from 'commonfabric';

interface State {
  names: Writable<string[] | Default<['ann', 'bob']>>;
  limit: number | Default<2>;
}
const add = handler<{ name: string }, { names: Writable<string[]> }>(({ name }, { names }) => {
  names.push(name);
});

function body(state: State) {
  const { names } = state;
  const full = names.get().length >= state.limit;
  return {
    [NAME]: `${names.get().length} names`,
    [UI]: (
      <ul>
        {names.map((name, at) => (
          <li>
            {at + 1}. {name.toUpperCase()} {full ? '!' : ''}
          </li>
        ))}
      </ul>
    ),
    full,
    joined: computed(() => names.get().join(' & ')),
    add: add({ names }),
    clear: action(() => names.set([])),
  };
}
const small = ({ n }: { n: number | Default<20> }) => ({ double: n * 2 });

export const Small = pattern(small);
export default pattern<State>(body);
