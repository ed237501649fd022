/** An answer that comes late: pending first, then there, and what waited for it runs. */
import { assert, computed, fetchJson, pattern, TESTS } from 'commonfabric';

export default pattern(() => {
  const slow = fetchJson<{ title: string }>({ url: 'https://slow.example/' });
  const title = computed(() => slow.result!.title.toUpperCase());
  return {
    [TESTS]: [
      { assertion: assert(() => slow.pending && title === undefined) },
      { settle: true },
      { assertion: assert(() => !slow.pending && title === 'LATE') },
    ],
  };
});
