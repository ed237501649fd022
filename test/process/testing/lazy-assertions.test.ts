/** An assertion counts when it is its turn: what it gives before, nobody asks. */
import { expect, it } from 'vitest';
import { runTests, statuses, testFile } from './support.ts';

const body = `
  const chosen = new Writable<{ name: string } | null>(null);
  const list = new Writable<{ deep: { x: number } }[]>([]);
  const choose = action(() => { chosen.set({ name: 'b' }); list.push({ deep: { x: 1 } }); });
  const forget = action(() => chosen.set(null));`;

it('does not fail the file before its turn, nor after', async () => {
  const result = await runTests({
    'a.test.tsx': testFile(
      body,
      `{ action: choose },
       { assertion: assert(() => chosen.get()!.name === 'b') },
       { assertion: assert(() => list.get()[0].deep.x === 1) },
       { action: forget }, { assertion: assert(() => chosen.get() === null) }`,
    ),
  });
  expect(result).toMatchObject({ passed: 5, failed: 0, error: null });
});

it('that throws fails with its error, and what has not arrived is named', async () => {
  const result = await runTests({
    'a.test.tsx': testFile(
      body,
      `{ assertion: assert(() => list.get()[3].deep.x === 1) },
       { assertion: assert(() => { throw new RangeError('mine'); }) }`,
    ),
  });
  expect(statuses(result)).toEqual(['assertion_1: failed', 'assertion_2: failed']);
  const [waiting, thrown] = result.steps;
  expect(waiting?.message).toBe('list.get()[3].deep.x === 1\nlist.3 = undefined');
  expect(thrown).toMatchObject({ message: null, error: { name: 'RangeError', message: 'mine' } });
});
