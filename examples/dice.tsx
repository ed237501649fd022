/**
 * Chance and time belong in handlers: a computation must give the same answer every time.
 *
 * Expect: the value 1 and no rolls. Each `roll` adds one; with `--seed 7` always the same ones.
 */
import { handler, NAME, pattern, UI } from 'commonfabric';
import type { Default, Stream, Writable } from 'commonfabric';

interface Input {
  sides: number | Default<6>;
  rolls: number[] | Default<[]>;
}

interface Output {
  rolls: number[];
  last: number;
  roll: Stream<void>;
}

const roll = handler<void, { sides: number; rolls: Writable<number[]> }>(
  (_event, { sides, rolls }) => {
    rolls.push(Math.floor(Math.random() * sides) + 1);
  },
);

export default pattern<Input, Output>(({ sides, rolls }) => ({
  [NAME]: 'Dice',
  [UI]: (
    <div>
      <p>Last roll: {rolls.at(-1) ?? 'none yet'}</p>
      <cf-button onClick={roll({ sides, rolls })}>Roll</cf-button>
    </div>
  ),
  rolls,
  last: rolls.at(-1) ?? 1,
  roll: roll({ sides, rolls }),
}));
