/** Parts that others import: a pattern, a lift, a handler, a constant and a function. */
import { computed, handler, lift, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

export const LIMIT = 10;
export interface Reading {
  value: Writable<number | Default<typeof LIMIT>>;
}
export const double = lift((value: number) => value * 2);
export const reset = handler<void, { value: Writable<number> }>((_event, { value }) =>
  value.set(LIMIT),
);
export const percent = (value: number): string => `${(value / LIMIT) * 100}%`;
export const Meter = pattern<Reading>(({ value }) => ({
  value,
  text: computed(() => percent(value.get())),
}));
