/**
 * A shopping list that computes its total with the functions of a sibling module.
 *
 * Expect: three entries and the total "9.70". `--input '{"entries":[]}'` starts with none.
 */
import { handler, lift, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';
import { type Entry, formatCents, price } from './shopping-prices.ts';

const STAPLES: Entry[] = [
  { name: 'apples', quantity: 2 },
  { name: 'bread', quantity: 1 },
  { name: 'cheese', quantity: 1 },
];

interface Input {
  entries: Entry[] | Default<typeof STAPLES>;
}

interface Output {
  entries: Entry[];
  total: string;
  buy: Stream<Entry>;
}

const total = lift((entries: Entry[]) =>
  formatCents(entries.reduce((sum, entry) => sum + price(entry), 0)),
);

const buy = handler<Entry, { entries: Writable<Entry[]> }>((entry, { entries }) => {
  entries.push(entry);
});

export default pattern<Input, Output>(({ entries }) => ({
  [NAME]: 'Shopping list',
  [UI]: (
    <div>
      <ul>
        {entries.map((entry) => (
          <li>
            {entry.quantity} x {entry.name}: {formatCents(price(entry))}
          </li>
        ))}
      </ul>
      <strong>{total(entries)}</strong>
    </div>
  ),
  entries,
  total: total(entries),
  buy: buy({ entries }),
}));
