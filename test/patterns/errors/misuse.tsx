/** What authors get wrong at a call of the API: each is told at that call. */
import { action, computed, handler, lift, pattern, Writable } from 'commonfabric';
import type { Stream } from 'commonfabric';

const plain = handler<void, { value: number }>((_event, { value }) => {
  (value as unknown as Writable<number>).set(1); // throws .set()
});

export default pattern(() => {
  const value = new Writable(1);
  const sum = computed(() => value.get() + 1);
  return {
    plain: plain({ value: value as never }),
    writeComputed: action(() => {
      (sum as unknown as Writable<number>).set(3); // throws "sum" is computed
    }),
    pushNumber: action(() => {
      (value as unknown as Writable<number[]>).push(3); // throws push
    }),
    sendToCell: action(() => {
      (sum as unknown as Stream<void>).send(); // throws takes no events
    }),
    clock: computed(() => Date.now()), // throws Date.now()
    chance: computed(() => Math.random()), // throws Math.random()
    lift: action(() => {
      (lift as unknown as (text: string) => void)('no function'); // throws lift() needs a function
    }),
  };
});
