/**
 * One instance of a pattern in this process, with modules of its own in a compartment of its own.
 * Most runs have one; a test with several users has one for each.
 */
import { noSuchStream, proxyInResult } from '../protocol/messages/permissions.ts';
import type { Finding, HostMessage, Origin, Waiting } from '../protocol/wire.ts';
import type { Tracer } from '../runtime/index.ts';
import { encode, EncodeLimit } from './encode.ts';
import type { EncodeLimits, Path } from './encode.ts';
import type { FrameReader } from './frames.ts';
import { makeLoader } from './loader.ts';
import type { Loader, Namespace } from './loader.ts';
import type { Powers } from './powers.ts';
import type { Realm } from './realm.ts';
import type { Registers } from './registers.ts';
import type { Reporter } from './report.ts';
import { pathOf, walkTo } from './walk.ts';

type OpenMessage = Extract<HostMessage, { type: 'open' }>;

export interface PartyParts {
  readonly message: OpenMessage;
  readonly powers: Powers;
  readonly realm: Realm;
  readonly registers: Registers;
  readonly reporter: Reporter;
  readonly frames: FrameReader;
  /** Absent when the run is not traced. */
  readonly tracer?: Tracer | undefined;
  /** Which part of the limits of a result is this party's. */
  readonly share?: () => number;
}

export interface Party {
  readonly realm: Realm;
  readonly loader: Loader;
  /** Runs a step of the pattern; what it throws is reported and the run goes on. */
  readonly attempt: (
    phase: 'load' | 'instantiate' | 'handler',
    step: () => void,
    origin?: Origin | null,
  ) => void;
  /** Loads the entry; gives what it exports. */
  readonly load: () => Namespace;
  /** Shows a value as the party's result. */
  readonly show: (value: unknown) => void;
  /** Makes the instance that is the party's result. */
  readonly instantiate: (factory: unknown, argument: unknown) => void;
  readonly send: (stream: string, event: unknown) => void;
  /** What stands below the result, as the pattern holds it. */
  readonly at: (path: Path) => unknown;
  readonly read: (path: Path) => unknown;
  /** The whole result; undefined when there is none. */
  readonly result: () => unknown;
  readonly encode: (value: unknown) => unknown;
  readonly waiting: () => Waiting[];
  readonly findings: () => Finding[];
}

/** Makes a party that has loaded nothing yet. */
export function makeParty(parts: PartyParts): Party {
  const { message, powers, realm, registers, reporter, frames, tracer, share } = parts;
  const { runtime, inspector } = realm;
  let root: { readonly value: unknown } | undefined;
  /** The builder call of the pattern whose result is shown. */
  let origin: Origin | null = null;
  let streams: ReadonlyMap<string, Path> = new Map();

  const loader = makeLoader({
    records: message.records,
    evaluate: realm.evaluate,
    helpersFor: ({ path, facts, generation }) => runtime.helpersFor(path, facts, generation),
    runtimeModules: runtime.modules,
    registers,
    tracer,
  });

  const limits = (): EncodeLimits => {
    const { resultBytes, resultDepth } = message.limits;
    return { resultBytes: Math.floor(resultBytes * (share?.() ?? 1)), resultDepth };
  };

  const encodeAll = (value: unknown): unknown => {
    try {
      const encoded = encode(inspector, value, limits());
      streams = encoded.streams;
      for (const path of encoded.proxies.slice(0, 3)) {
        reporter.own('render', 'TypeError', proxyInResult({ path }), { origin });
      }
      return encoded.value;
    } catch (error) {
      if (error instanceof EncodeLimit) reporter.encodeLimit(error, origin);
      else reporter.thrown({ phase: 'render', thrown: error, origin });
      return undefined;
    }
  };

  const attempt: Party['attempt'] = (phase, step, from = null) => {
    try {
      step();
    } catch (thrown) {
      reporter.thrown({ phase, thrown, origin: from });
    }
  };

  return Object.freeze<Party>({
    realm,
    loader,
    attempt,
    load: () => {
      let namespace: Namespace = {};
      realm.patternConsole.whileLoading(() => {
        namespace = loader.load(message.entry);
        powers.drain();
      });
      return namespace;
    },
    show: (value) => {
      root = { value };
    },
    instantiate: (factory, argument) => {
      origin = runtime.originOf(factory);
      attempt(
        'instantiate',
        () => {
          root = { value: runtime.instantiate(factory, argument).result };
        },
        origin,
      );
    },
    send: (stream, event) => {
      attempt('handler', () => {
        if (runtime.send(streams.get(stream) ?? pathOf(stream), event)) return;
        reporter.own('handler', 'TypeError', noSuchStream({ stream }), { stream });
      });
    },
    at: (path) => root && walkTo(inspector, root.value, path),
    read: (path) => root && runtime.demand(() => encodeAll(walkTo(inspector, root?.value, path))),
    result: () => root && encodeAll(root.value),
    encode: encodeAll,
    waiting: () =>
      runtime.waiting().map(({ origin, for: missing, thrown }) => ({
        origin,
        for: missing,
        frames: [...frames.framesOf(thrown)],
      })),
    findings: () =>
      runtime.findings().map(({ at, ...finding }) => {
        const seen = at === undefined ? [] : frames.framesOf(at);
        return seen.length === 0 ? finding : { ...finding, frames: [...seen] };
      }),
  });
}
