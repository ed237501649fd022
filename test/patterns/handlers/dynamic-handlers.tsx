/** Bound handlers stay callable inside computed results, lists and records. */
import { action, computed, handler, pattern, Writable } from 'commonfabric';

const adjust = handler<{ by?: number }, { slot: string; values: Writable<Record<string, number>> }>(
  ({ by }, { slot, values }) => values.key(slot).set((values.get()[slot] ?? 0) + (by ?? 1)),
);
const COLOURS = ['red', 'blue'];

export default pattern(() => {
  const values = new Writable<Record<string, number>>({ a: 1, b: 2 });
  const picked = new Writable('');
  const slots = computed(() =>
    Object.keys(values.get()).map((slot) => ({ slot, adjust: adjust({ slot, values }) })),
  );
  return {
    values,
    picked,
    slots,
    plucked: computed(() => slots.map((slot) => slot.adjust)),
    byColour: COLOURS.map((colour) => action(() => picked.set(colour))),
    table: { add: adjust({ slot: 'c', values }) },
  };
});
