// An honest pattern: says what it finds of the world that it starts in.
import { computed, pattern, Writable } from 'commonfabric';

function survey() {
  const natives = [Array.prototype.map, Object.keys, JSON.stringify, Promise.prototype.then];
  const polluted: string[] = [];
  for (const key in {}) polluted.push(key);
  for (const key in []) polluted.push(key);
  return {
    globals: Reflect.ownKeys(globalThis).map(String).sort().join(' '),
    natives: natives.map((f) => String(f).includes('[native code]')),
    polluted,
    seen: typeof (pattern as any).seen + typeof (globalThis as any).seen,
  };
}

export default pattern(() => {
  const count = new Writable(20);
  return { survey: survey(), sum: computed(() => count.get() * 2 + 2) };
});
