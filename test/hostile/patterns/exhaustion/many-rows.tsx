// Maps a list of very many rows.
// @limits {"timeoutMs": 20000}
// @result {"sum": 199990000}
import { computed, pattern, Writable } from 'commonfabric';

export default pattern(() => {
  const list = new Writable(Array.from({ length: 20_000 }, (_, n) => n));
  const sum = computed(() => list.get().reduce((a, b) => a + b, 0));
  return { sum };
});
