/** A computation sees each captured name as it was declared: a cell, a plain value, an object. */
import { action, computed, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Settings {
  unit: string;
  scale: { factor: number };
}

export default pattern<{
  amount?: Writable<number | Default<2>>;
  precise?: boolean | Default<false>;
  settings?: Settings | Default<{ unit: 'm'; scale: { factor: 10 } }>;
}>(({ amount, precise, settings }) => {
  const scaled = computed(() => amount.get() * settings.scale.factor);
  const isLarge = computed(() => scaled > 25);
  return {
    scaled,
    isLarge,
    label: computed(() => `${scaled}${settings.unit}${precise === true ? ' exactly' : ''}`),
    negated: computed(() => !isLarge && !precise),
    compared: computed(() => (scaled === 20 ? 'twenty' : 'other')),
    spread: computed(() => ({ ...settings, scaled })),
    keys: computed(() => Object.keys(settings)),
    indexed: computed(() => ['small', 'large'][isLarge ? 1 : 0]),
    raise: action(() => amount.set(amount.get() + 1)),
  };
});
