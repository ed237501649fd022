/** One run in this process: opens the pattern, sends it events, reads its result. */
import { noSuchStream, proxyInResult } from '../protocol/messages/permissions.ts';
import type {
  ExportSummary,
  GuestLimits,
  GuestMessage,
  HostMessage,
  Origin,
  Snapshot,
} from '../protocol/wire.ts';
import { encode, EncodeLimit } from './encode.ts';
import type { Path } from './encode.ts';
import type { Tracer } from '../runtime/index.ts';
import type { FrameReader } from './frames.ts';
import { readMocks } from './fixtures.ts';
import type { Answers } from './fixtures.ts';
import type { HostCalls } from './host-calls.ts';
import { makeLoader } from './loader.ts';
import type { Loader, Namespace } from './loader.ts';
import type { Powers } from './powers.ts';
import type { Realm } from './realm.ts';
import type { Registers } from './registers.ts';
import type { Reporter } from './report.ts';
import { pathOf, walkTo } from './walk.ts';

type OpenMessage = Extract<HostMessage, { type: 'open' }>;
type SendMessage = Extract<HostMessage, { type: 'send' }>;
type AdvanceMessage = Extract<HostMessage, { type: 'advance' }>;
type ReplyMessage = Extract<HostMessage, { type: 'reply' }>;
type ReadMessage = Extract<HostMessage, { type: 'read' }>;

export interface SessionParts {
  readonly powers: Powers;
  readonly realm: Realm;
  readonly registers: Registers;
  readonly reporter: Reporter;
  readonly frames: FrameReader;
  readonly answers: Answers;
  readonly calls: HostCalls;
  /** Absent when the run is not traced. */
  readonly tracer?: Tracer | undefined;
}

export interface Session {
  readonly loader: Loader;
  readonly open: () => GuestMessage;
  readonly send: (message: SendMessage) => GuestMessage;
  readonly advance: (message: AdvanceMessage) => GuestMessage;
  /** Brings the host's answers and goes on. */
  readonly reply: (message: ReplyMessage) => GuestMessage;
  readonly read: (message: ReadMessage) => GuestMessage;
  /** The stream that got the last event. */
  readonly lastStream: () => string | null;
}

/** Rounds of "run microtasks, then the graph"; each await of the pattern may need another one. */
const SETTLE_ROUNDS = 8;

/** Makes the session that an `open` message asks for. */
export function makeSession(message: OpenMessage, parts: SessionParts): Session {
  const { powers, realm, registers, reporter, frames, answers, calls } = parts;
  const { runtime, inspector } = realm;
  const limits: GuestLimits = message.limits;
  const startCpuMs = powers.cpuTimeMs();
  let lastStream: string | null = null;
  let exports: ExportSummary[] = [];
  let root: { readonly value: unknown } | undefined;
  let streams: ReadonlyMap<string, Path> = new Map();

  const loader = makeLoader({
    records: message.records,
    evaluate: realm.evaluate,
    helpersFor: ({ path, facts, generation }) => runtime.helpersFor(path, facts, generation),
    runtimeModules: runtime.modules,
    registers,
    tracer: parts.tracer,
  });

  /** Runs a step of the pattern; what it throws is reported and the run goes on. */
  const attempt = (
    phase: 'load' | 'instantiate' | 'handler',
    step: () => void,
    origin: Origin | null = null,
  ): boolean => {
    try {
      step();
      return true;
    } catch (thrown) {
      reporter.thrown({ phase, thrown, origin });
      return false;
    }
  };

  const settle = (): void => {
    for (let round = 0; round < SETTLE_ROUNDS; round++) {
      powers.drain();
      attempt('handler', () => runtime.settle());
    }
  };

  const encodeResult = (value: unknown): unknown => {
    try {
      const encoded = encode(inspector, value, limits);
      streams = encoded.streams;
      for (const path of encoded.proxies.slice(0, 3)) {
        reporter.own('render', 'TypeError', proxyInResult({ path }));
      }
      return encoded.value;
    } catch (error) {
      if (error instanceof EncodeLimit) reporter.encodeLimit(error);
      else reporter.thrown({ phase: 'render', thrown: error });
      return undefined;
    }
  };

  const snapshot = (): Snapshot => {
    const result = root && encodeResult(root.value);
    return {
      exports,
      ...(result === undefined ? {} : { result }),
      waiting: runtime.waiting().map(({ origin, for: missing, thrown }) => ({
        origin,
        for: missing,
        frames: [...frames.framesOf(thrown)],
      })),
      findings: [...runtime.findings()],
      cpuTimeMs: powers.cpuTimeMs() - startCpuMs,
      memoryMb: powers.memoryMb(),
      outputBytes: realm.patternConsole.outputBytes(),
    };
  };

  const summarise = (namespace: Namespace): ExportSummary[] =>
    Object.keys(namespace).map((name) => ({ name, kind: runtime.kindOf(namespace[name]) }));

  const instantiate = (namespace: Namespace): void => {
    if (!Object.hasOwn(namespace, message.exportName)) return;
    const exported = namespace[message.exportName];
    if (runtime.kindOf(exported) !== 'pattern') {
      root = { value: exported };
      return;
    }
    attempt(
      'instantiate',
      () => {
        root = { value: runtime.instantiate(exported, message.argument).result };
      },
      runtime.originOf(exported),
    );
  };

  return Object.freeze<Session>({
    loader,
    open: () => {
      attempt('load', () => {
        let namespace: Namespace = {};
        realm.patternConsole.whileLoading(() => {
          namespace = loader.load(message.entry);
          powers.drain();
        });
        exports = summarise(namespace);
        if (message.test && Object.hasOwn(namespace, 'fetchMocks')) {
          answers.add(readMocks(encodeResult(namespace.fetchMocks)));
        }
        instantiate(namespace);
      });
      settle();
      return { type: 'answer', id: message.id, snapshot: snapshot() };
    },
    lastStream: () => lastStream,
    send: ({ id, stream, event }) => {
      lastStream = stream;
      attempt('handler', () => {
        if (runtime.send(streams.get(stream) ?? pathOf(stream), event)) return;
        reporter.own('handler', 'TypeError', noSuchStream({ stream }), stream);
      });
      settle();
      return { type: 'answer', id, snapshot: snapshot() };
    },
    advance: ({ id, how }) => {
      attempt('handler', () => runtime.arrive());
      settle();
      if (how === 'rehearse') attempt('handler', () => runtime.rehearse());
      return { type: 'answer', id, snapshot: snapshot() };
    },
    reply: ({ id, replies }) => {
      attempt('handler', () => calls.deliver(replies));
      settle();
      return { type: 'answer', id, snapshot: snapshot() };
    },
    read: ({ id, path }) => {
      const value = root && encodeResult(walkTo(inspector, root.value, path));
      return { type: 'value', id, value };
    },
  });
}
