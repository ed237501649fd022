/** One run in this process: opens the pattern, sends it events, reads its result. */
import { noSuchStream } from '../protocol/messages/permissions.ts';
import type { ExportSummary, GuestMessage, HostMessage, Snapshot } from '../protocol/wire.ts';
import type { Participant, Runtime } from '../runtime/index.ts';
import { createSpace } from '../runtime/index.ts';
import { readMocks } from './fixtures.ts';
import type { Answers } from './fixtures.ts';
import type { HostCalls } from './host-calls.ts';
import type { Loader, Namespace } from './loader.ts';
import { isMultiUserTest, participantsOf, startParticipant } from './participants.ts';
import { makeParty } from './party.ts';
import type { Party, PartyParts } from './party.ts';
import type { Realm } from './realm.ts';

type SendMessage = Extract<HostMessage, { type: 'send' }>;
type AdvanceMessage = Extract<HostMessage, { type: 'advance' }>;
type ReplyMessage = Extract<HostMessage, { type: 'reply' }>;
type ReadMessage = Extract<HostMessage, { type: 'read' }>;

export interface SessionParts extends Omit<PartyParts, 'message' | 'share'> {
  readonly answers: Answers;
  readonly calls: HostCalls;
  /** Makes the realm of one of several participants. */
  readonly join: (
    participant: Participant,
    loader: () => Loader | undefined,
    outputBytes: () => number,
  ) => Realm;
}

export interface Session {
  readonly loader: Loader;
  readonly open: () => GuestMessage;
  readonly send: (message: SendMessage) => GuestMessage;
  readonly advance: (message: AdvanceMessage) => GuestMessage;
  /** Brings the host's answers and goes on. */
  readonly reply: (message: ReplyMessage) => GuestMessage;
  readonly read: (message: ReadMessage) => GuestMessage;
  /** What a debugger shows for a value of the pattern, whichever participant holds it. */
  readonly peek: Runtime['peek'];
  /** The stream that got the last event. */
  readonly lastStream: () => string | null;
}

/** Rounds of "run microtasks, then the graph"; each await of the pattern may need another one. */
const SETTLE_ROUNDS = 8;
/** Rounds after which participants who keep answering each other are left for the next command. */
const SHARED_ROUNDS = 100;

/** Makes the session that an `open` message asks for. */
export function makeSession(message: PartyParts['message'], parts: SessionParts): Session {
  const { powers, reporter, answers, calls } = parts;
  const startCpuMs = powers.cpuTimeMs();
  let lastStream: string | null = null;
  let exports: ExportSummary[] = [];
  const first = makeParty({ ...parts, message });
  /** Participants by name, when there are several. */
  const participants = new Map<string, Party>();
  const parties = (): readonly Party[] =>
    participants.size === 0 ? [first] : [...participants.values()];

  const settleOnce = (): void => {
    const all = parties();
    for (let round = 0; round < SHARED_ROUNDS; round += 1) {
      for (const party of all) party.attempt('handler', () => party.realm.runtime.settle());
      if (all.every(({ realm }) => realm.runtime.isIdle())) return;
    }
  };

  const settle = (): void => {
    for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
      powers.drain();
      settleOnce();
    }
  };

  const outputBytes = (): number =>
    [first, ...participants.values()].reduce(
      (sum, { realm }) => sum + realm.patternConsole.outputBytes(),
      0,
    );

  const resultOf = (): unknown => {
    if (participants.size === 0) return first.result();
    const results = [...participants].map(([name, party]) => [name, party.result()] as const);
    return { participants: Object.fromEntries(results) };
  };

  const snapshot = (): Snapshot => {
    const result = resultOf();
    const names = [...participants.keys()];
    return {
      exports,
      ...(result === undefined ? {} : { result }),
      ...(names.length === 0 ? {} : { participants: names }),
      waiting: parties().flatMap((party) => party.waiting()),
      findings:
        names.length === 0
          ? first.findings()
          : [...participants].flatMap(([participant, party]) =>
              party.findings().map((finding) => ({ ...finding, participant })),
            ),
      cpuTimeMs: powers.cpuTimeMs() - startCpuMs,
      memoryMb: powers.memoryMb(),
      outputBytes: outputBytes(),
    };
  };

  const openParticipants = (exported: unknown): void => {
    const found = participantsOf(first, exported);
    if ('problem' in found) {
      reporter.own('load', 'TypeError', found.problem);
      return;
    }
    const space = createSpace();
    for (const { name, user } of found) {
      const slot: { party?: Party } = {};
      const realm = parts.join({ space, name, user }, () => slot.party?.loader, outputBytes);
      const party = makeParty({
        ...parts,
        message,
        realm,
        reporter: reporter.forParticipant(name),
        share: () => 1 / found.length,
      });
      slot.party = party;
      participants.set(name, party);
      party.attempt('load', () => startParticipant(party, party.load(), message.exportName, name));
      settle();
    }
  };

  const start = (namespace: Namespace): void => {
    if (!Object.hasOwn(namespace, message.exportName)) return;
    const exported = namespace[message.exportName];
    if (first.realm.runtime.kindOf(exported) === 'pattern') {
      first.instantiate(exported, message.argument);
    } else if (message.test && isMultiUserTest(first, exported)) openParticipants(exported);
    else first.show(exported);
  };

  return Object.freeze<Session>({
    loader: first.loader,
    open: () => {
      first.attempt('load', () => {
        const namespace = first.load();
        const { runtime } = first.realm;
        exports = Object.keys(namespace).map((name) => ({
          name,
          kind: runtime.kindOf(namespace[name]),
        }));
        if (message.test && Object.hasOwn(namespace, 'fetchMocks')) {
          answers.add(readMocks(first.encode(namespace.fetchMocks)));
        }
        start(namespace);
      });
      settle();
      return { type: 'answer', id: message.id, snapshot: snapshot() };
    },
    peek: (value) => {
      const all = parties();
      for (let index = 0; index < all.length; index += 1) {
        const found = all[index]?.realm.runtime.peek(value);
        if (found) return found;
      }
      return undefined;
    },
    lastStream: () => lastStream,
    send: ({ id, stream, event, eventAt, participant }) => {
      lastStream = stream;
      const party = participant === undefined ? first : participants.get(participant);
      if (party === undefined) {
        reporter.own('handler', 'TypeError', noSuchStream({ stream }), { stream });
      } else party.send(stream, eventAt === undefined ? event : party.at(eventAt));
      settle();
      return { type: 'answer', id, snapshot: snapshot() };
    },
    advance: ({ id, how }) => {
      for (const party of parties()) {
        party.attempt('handler', () => party.realm.runtime.arrive());
      }
      settle();
      if (how === 'rehearse') {
        for (const party of parties()) {
          party.attempt('handler', () => party.realm.runtime.rehearse());
        }
      }
      return { type: 'answer', id, snapshot: snapshot() };
    },
    read: ({ id, path, participant }) => {
      const party = participant === undefined ? first : participants.get(participant);
      return { type: 'value', id, value: party?.read(path) };
    },
    reply: ({ id, replies }) => {
      first.attempt('handler', () => calls.deliver(replies));
      settle();
      return { type: 'answer', id, snapshot: snapshot() };
    },
  });
}
