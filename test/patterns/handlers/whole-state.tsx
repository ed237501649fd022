/** The whole input is bound; the handler declares cells, the pattern plain values. */
import { handler, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Input {
  value?: number | Default<1>;
  rolls?: number[] | Default<[]>;
}

const roll = handler<
  { face?: number | Default<6> },
  { value: Writable<number>; rolls: Writable<number[]> }
>(({ face }, state) => {
  state.value.set(face ?? 6);
  state.rolls.push(state.value.get());
});

export default pattern<Input>((state) => ({
  value: state.value,
  rolls: state.rolls,
  roll: roll(state as never),
}));
