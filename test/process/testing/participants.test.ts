/** Tests with several users really run: graphs of their own over shared documents. */
import { describe, expect, it } from 'vitest';
import { runTests, statuses } from './support.ts';

const names = `import {
  action, assert, computed, handler, multiUserTest, pattern, TESTS, UI, Writable,
  type Default, type PerSession, type PerUser, type Stream,
} from 'commonfabric';
`;

/** A chat room whose members are shared and whose own name is each user's. */
const room = `${names}
export interface Room {
  members: string[];
  me: string;
  tab: string;
  greeting: string;
  join: Stream<{ name: string }>;
  open: Stream<{ tab: string }>;
}
interface Input {
  members?: Writable<string[] | Default<[]>>;
  me?: PerUser<Writable<string | Default<''>>>;
  tab?: PerSession<Writable<string | Default<'home'>>>;
}
const join = handler<{ name: string }, { members: Writable<string[]>; me: Writable<string> }>(
  ({ name }, { members, me }) => {
    me.set(name);
    members.push(name);
  },
);
export default pattern<Input, Room>(({ members, me, tab }) => {
  const mood = new Writable.perUser('calm');
  const greeting = computed(() => me.get() + ' is ' + mood.get() + ' among ' + members.get().length);
  return {
    members,
    me,
    tab,
    greeting,
    join: join({ members, me }),
    open: action((event: { tab: string }) => {
      tab.set(event.tab);
      mood.set('busy');
    }),
  };
});
`;

function together(body: string, participants = '{ alice, bob }'): Readonly<Record<string, string>> {
  return {
    'room.tsx': room,
    'room.test.tsx': `${names}
import Room, { type Room as Output } from './room.tsx';
interface Setup { room: Output }
export const setup = pattern(() => ({ room: Room({}) }));
${body}
export default multiUserTest({ setup, participants: ${participants} });
`,
  };
}

const joins = (name: string) =>
  `const enter = action(() => setup.room.join.send({ name: '${name}' }));`;

describe('a test with several users', () => {
  it('shares documents, and keeps for each user and each window what is theirs', async () => {
    const result = await runTests(
      together(`
export const alice = pattern<{ setup: Setup }>(({ setup }) => {
  ${joins('Alice')}
  const busy = action(() => setup.room.open.send({ tab: 'poll' }));
  return { [TESTS]: [
    { action: enter },
    { assertion: assert(() => setup.room.greeting === 'Alice is calm among 1') },
    { action: busy },
    { label: 'alice-in' },
    { await: 'bob-in' },
    { assertion: assert(() => setup.room.members.length === 2 && setup.room.members[1] === 'Bob') },
    { assertion: assert(() => setup.room.me === 'Alice' && setup.room.tab === 'poll') },
    { assertion: assert(() => setup.room.greeting === 'Alice is busy among 2') },
  ] };
});
export const bob = pattern<{ setup: Setup }>(({ setup }) => {
  ${joins('Bob')}
  return { [TESTS]: [
    { await: 'alice-in' },
    { assertion: assert(() => setup.room.members[0] === 'Alice' && setup.room.me === '') },
    { assertion: assert(() => setup.room.tab === 'home') },
    { action: enter },
    { assertion: assert(() => setup.room.greeting === 'Bob is calm among 2') },
    { label: 'bob-in' },
  ] };
});`),
    );
    expect(result.error).toBeNull();
    expect(statuses(result)).toEqual([
      'alice/action_1: passed',
      'alice/assertion_1 after alice/action_1: passed',
      'alice/action_2: passed',
      'alice/label_1: passed',
      'bob/await_1: passed',
      'bob/assertion_1: passed',
      'bob/assertion_2: passed',
      'bob/action_1: passed',
      'bob/assertion_3 after bob/action_1: passed',
      'bob/label_1: passed',
      'alice/await_1: passed',
      'alice/assertion_2 after alice/action_2: passed',
      'alice/assertion_3 after alice/action_2: passed',
      'alice/assertion_4 after alice/action_2: passed',
    ]);
  });

  it('gives a second window of one user its user, and a session of its own', async () => {
    const result = await runTests(
      together(
        `
export const alice = pattern<{ setup: Setup }>(({ setup }) => {
  ${joins('Alice')}
  const busy = action(() => setup.room.open.send({ tab: 'poll' }));
  return { [TESTS]: [{ action: enter }, { action: busy }, { label: 'in' }] };
});
export const other = pattern<{ setup: Setup }>(({ setup }) => ({ [TESTS]: [
  { await: 'in' },
  { assertion: assert(() => setup.room.me === 'Alice') },
  { assertion: assert(() => setup.room.tab === 'home') },
] }));`,
        `{ alice, tab2: { pattern: other, user: 'alice' } }`,
      ),
    );
    expect(result).toMatchObject({ passed: 6, failed: 0, error: null });
  });

  it('gives each module state of its own, and writes through links that others made', async () => {
    const result = await runTests({
      'notes.test.tsx': `${names}
interface Note { text: string; done: boolean }
interface Setup { notes: Writable<Note[]>; chosen: Writable<Note | null> }
export const setup = pattern(() => ({
  notes: new Writable<Note[]>([]),
  chosen: new Writable<Note | null>(null),
}));
export const alice = pattern<{ setup: Setup }>(({ setup }) => {
  const write = action(() => {
    setup.notes.push({ text: 'one', done: false });
    setup.notes.push({ text: 'two', done: false });
    setup.chosen.set(setup.notes.get()[1]);
  });
  return { [TESTS]: [
    { action: write }, { label: 'written' }, { await: 'ticked' },
    { assertion: assert(() => setup.notes.get()[1]?.done === true) },
    { assertion: assert(() => setup.chosen.get()?.done === true) },
  ] };
});
export const bob = pattern<{ setup: Setup }>(({ setup }) => {
  const tick = action(() => setup.chosen.key('done').set(true));
  return { [TESTS]: [
    { await: 'written' },
    { assertion: assert(() => setup.chosen.get()?.text === 'two') },
    { action: tick },
    { assertion: assert(() => setup.notes.get()[1]?.done === true) },
    { label: 'ticked' },
  ] };
});
export default multiUserTest({ setup, participants: { alice, bob } });
`,
    });
    expect(result).toMatchObject({ failed: 0, error: null });
    expect(result.passed).toBe(10);
  });

  it('needs no setup, and gives an action its payload with its references', async () => {
    const result = await runTests({
      'alone.test.tsx': `${names}
const record = handler<{ n: number; cell: Writable<number> }, { seen: Writable<string> }>(
  ({ n, cell }, { seen }) => { cell.set(n); seen.set('got ' + n); },
);
export const alice = pattern(() => {
  const seen = new Writable('');
  const target = new Writable(0);
  return { [TESTS]: [
    { action: record({ seen }), event: { n: 42, cell: target } },
    { assertion: assert(() => seen.get() === 'got 42' && target.get() === 42) },
  ] };
});
export default multiUserTest({ participants: { alice } });
`,
    });
    expect(result).toMatchObject({ passed: 2, failed: 0, error: null });
  });

  it('reads an assertion once, and tells whose it is', async () => {
    const result = await runTests(
      together(`
export const alice = pattern<{ setup: Setup }>(({ setup }) => {
  ${joins('Alice')}
  return { [TESTS]: [{ action: enter }, { label: 'in' }] };
});
export const bob = pattern<{ setup: Setup }>(({ setup }) => ({ [TESTS]: [
  { await: 'in' },
  { assertion: assert(() => setup.room.members[0] === 'Carol') },
] }));`),
    );
    const [last] = result.steps.slice(-1);
    expect(last).toMatchObject({ name: 'bob/assertion_1', status: 'failed' });
    expect(last?.message).toContain('setup.room.members[0] = "Alice"');
    expect(last?.location).toMatchObject({ file: 'room.test.tsx' });
  });

  it('reports a deadlock, and what it could run before', async () => {
    const result = await runTests(
      together(`
export const alice = pattern<{ setup: Setup }>(({ setup }) => ({ [TESTS]: [
  { assertion: assert(() => setup.room.me === '') }, { await: 'b' }, { label: 'a' },
] }));
export const bob = pattern(() => ({ [TESTS]: [{ await: 'a' }, { label: 'b' }] }));`),
    );
    expect(statuses(result)).toEqual(['alice/assertion_1: passed']);
    expect(result.error).toMatchObject({ code: 'PB1813' });
    expect(result.error?.message).toContain('alice awaits "b", bob awaits "a"');
  });

  it('lets labels announced crosswise arrive', async () => {
    const result = await runTests(
      together(`
export const alice = pattern(() => ({ [TESTS]: [{ label: 'a' }, { await: 'b' }] }));
export const bob = pattern(() => ({ [TESTS]: [{ label: 'b' }, { await: 'a' }] }));`),
    );
    expect(result).toMatchObject({ passed: 4, failed: 0, error: null });
  });

  it('forbids one participant what only another one allows', async () => {
    const shouts = (flags: string) =>
      `pattern(() => { const shout = action(() => console.error('no'));
  return { [TESTS]: [{ action: shout }], ${flags} }; })`;
    const files = (bob: string) =>
      together(`
export const alice = ${shouts('allowConsoleErrors: true')};
export const bob = ${shouts(bob)};`);
    const refused = await runTests(files(''));
    expect(refused.error).toMatchObject({ code: 'PB1806', participant: 'bob' });
    const allowed = await runTests(files('allowConsoleErrors: true'));
    expect(allowed.error).toBeNull();
  });

  it('counts errors against the participant whose they are', async () => {
    const result = await runTests(
      together(`
export const alice = pattern(() => ({ [TESTS]: [{ label: 'a' }], allowRuntimeErrors: true }));
export const bob = pattern(() => {
  const fail = action(() => { throw new Error('bob fell'); });
  return { [TESTS]: [{ action: fail }] };
});`),
    );
    expect(result.error).toMatchObject({ message: 'bob fell', participant: 'bob' });
  });

  it('is content when one of those who expect it finds a computation that is not idempotent', async () => {
    const steady = 'pattern(() => ({ [TESTS]: [{ label: "x" }], expectNonIdempotent: true }))';
    const shaky = `pattern(() => {
  const runs = new Writable(0);
  computed(() => { runs.set(runs.get() + 1); });
  return { [TESTS]: [{ label: 'y' }], expectNonIdempotent: true };
})`;
    const both = (alice: string, bob: string) =>
      together(`export const alice = ${alice}; export const bob = ${bob};`);
    const none = await runTests(both(steady, steady));
    expect(none.error).toMatchObject({ code: 'PB1811' });
    expect((await runTests(both(steady, shaky))).error).toBeNull();
  });

  it.each([
    ['no participants', '{}', 'PB1808'],
    ['a participant that is no pattern', '{ alice: () => 1 }', 'PB1808'],
  ])('says what is wrong with %s', async (_, participants, code) => {
    const result = await runTests(together('', participants));
    expect(result.error).toMatchObject({ code });
  });

  it('says which step has a label without a name', async () => {
    const result = await runTests(
      together(
        'export const alice = pattern(() => ({ [TESTS]: [{ label: 7 as never }] }));',
        '{ alice }',
      ),
    );
    expect(result.error).toMatchObject({ code: 'PB1814', participant: 'alice' });
  });
});
