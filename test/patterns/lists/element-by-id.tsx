/** An element is found by its `id` and written in place. */
import { handler, pattern } from 'commonfabric';
import type { Default, Writable } from 'commonfabric';

interface Entry {
  id: string;
  votes: number;
}

const vote = handler<{ id: string }, { entries: Writable<Entry[]> }>(({ id }, { entries }) => {
  entries.elementById(id)?.key('votes').increment();
});

export default pattern<{
  entries?: Writable<Entry[] | Default<[{ id: 'x'; votes: 0 }, { id: 'y'; votes: 5 }]>>;
}>(({ entries }) => ({ entries, vote: vote({ entries }) }));
