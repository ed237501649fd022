/** Several users at one space: each writes, and each sees what all wrote and only its own name. */
import { action, assert, multiUserTest, pattern, TESTS, Writable } from 'commonfabric';
import type { Default, PerUser, Stream } from 'commonfabric';

interface Board {
  notes: string[];
  me: string;
  write: Stream<{ name: string }>;
}
const Board = pattern<
  { notes?: Writable<string[] | Default<[]>>; me?: PerUser<Writable<string | Default<'nobody'>>> },
  Board
>(({ notes, me }) => ({
  notes,
  me,
  write: action<{ name: string }>(({ name }) => {
    me.set(name);
    notes.push(name);
  }),
}));

export const setup = pattern(() => ({ board: Board({}) }));

export const ann = pattern<{ setup: { board: Board } }>(({ setup: { board } }) => ({
  [TESTS]: [
    { assertion: assert(() => board.me === 'nobody') },
    { action: action(() => board.write.send({ name: 'ann' })) },
    { label: 'ann wrote' },
    { await: 'bob wrote' },
    { assertion: assert(() => board.notes.length === 2 && board.notes[1] === 'bob') },
    { assertion: assert(() => board.me === 'ann') },
  ],
}));

export const bob = pattern<{ setup: { board: Board } }>(({ setup: { board } }) => ({
  [TESTS]: [
    { await: 'ann wrote' },
    { assertion: assert(() => board.notes[0] === 'ann' && board.me === 'nobody') },
    { action: action(() => board.write.send({ name: 'bob' })) },
    { label: 'bob wrote' },
    { assertion: assert(() => board.me === 'bob') },
  ],
}));

export default multiUserTest({ setup, participants: { ann, bob } });
