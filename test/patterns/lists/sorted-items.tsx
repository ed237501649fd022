/** A sorted copy shows the same elements; setting it keeps who they are. */
import { action, computed, pattern, Writable } from 'commonfabric';

interface Card {
  rank: number;
}

export default pattern(() => {
  const cards = new Writable<Card[]>([{ rank: 3 }, { rank: 1 }, { rank: 2 }]);
  const favourite = new Writable<Card | undefined>(undefined);
  const sorted = computed(() => cards.get().toSorted((a, b) => a.rank - b.rank));
  return {
    ranks: computed(() => sorted.map(({ rank }) => rank)),
    order: computed(() => cards.get().map(({ rank }) => rank)),
    favourite,
    choose: action(() => favourite.set(cards.get()[0])),
    sort: action(() => cards.set(cards.get().toSorted((a, b) => a.rank - b.rank))),
    raiseLast: action(() => cards.key(2).key('rank').set(9)),
  };
});
