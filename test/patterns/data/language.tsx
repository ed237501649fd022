/** What authors use of the language inside computations: collections, dates, text, regular expressions. */
import { computed, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

const money = (cents: number): string => `$${(cents / 100).toFixed(2)}`;
const WORD = /\w+/u;

export default pattern<{ words?: Writable<string[] | Default<['b', 'a', 'b']>> }>(({ words }) => ({
  unique: computed(() => [...new Set(words.get())].sort()),
  counts: computed(() => {
    const counts = new Map<string, number>();
    for (const word of words.get()) counts.set(word, (counts.get(word) ?? 0) + 1);
    return Object.fromEntries(counts);
  }),
  money: computed(() => money(words.get().length * 50)),
  date: computed(() => new Date('2024-02-29T12:00:00Z').toISOString().slice(0, 10)),
  match: computed(() => WORD.exec(words.get().join(' '))?.[0]),
  json: computed(() => JSON.parse(JSON.stringify({ words: words.get() }))),
  cloned: computed(() => structuredClone({ words: words.get() }).words.length),
  url: computed(() => new URL('/path?q=1', 'https://example.com').searchParams.get('q')),
  base64: computed(() => atob(btoa('plain'))),
  bytes: computed(() => new TextEncoder().encode('ä').length),
  last: computed(() => words.get().at(-1)),
}));
