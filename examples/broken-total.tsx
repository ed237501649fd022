/**
 * A mistake far from where it shows: the second line has no price, and the sibling's helper throws
 * three calls deep, inside a computed, inside a map, inside the view.
 *
 * Expect: a RangeError at `throw` in broken-total-prices.ts, with these frames and no others:
 * `unitPrice`, `lineCents`, `lineTotal`, and the computed below. `--debug` shows the rest.
 */
import { computed, NAME, pattern, UI } from 'commonfabric';
import type { Default } from 'commonfabric';
import { type Line, lineTotal } from './broken-total-prices.ts';

const LINES: Line[] = [
  { name: 'Tea', quantity: 2, cents: 350 },
  { name: 'Milk', quantity: 1, cents: null },
];

interface Input {
  lines: Line[] | Default<typeof LINES>;
}

export default pattern<Input>(({ lines }) => ({
  [NAME]: 'Broken total',
  [UI]: (
    <ul>
      {lines.map((line) => (
        <li>
          {line.name}: {computed(() => lineTotal(line))}
        </li>
      ))}
    </ul>
  ),
  lines,
}));
