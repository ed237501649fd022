/**
 * What the sandbox process asks of the pattern runtime. The runtime is evaluated in the start realm
 * after lockdown, before any pattern; one runtime serves one run. It knows nothing of Node, of
 * TypeScript or of the host.
 */
import type { Peeked } from './peek.ts';
import type { CallFact, RuntimeModuleName } from '../protocol/record.ts';
import type { ModuleHelpers } from '../protocol/functor.ts';
import type { TraceEvent } from '../protocol/trace.ts';
import type { Participant } from './store/space.ts';
import type { ExportSummary, Finding, Origin, Phase } from '../protocol/wire.ts';

/** What of a request decides its answer. */
export interface ServiceRequest {
  readonly url?: string;
  /** Of a request to the network: `method`, `headers` and `body`. */
  readonly options?: unknown;
  readonly path?: string;
  readonly prompt?: string;
  readonly query?: string;
}

export interface ServiceAnswer {
  /** The request was refused: thrown for the author to see, besides what `value` says. */
  readonly thrown?: unknown;
  /** The state of the service, or for `wish` and `dataFile` what was found. */
  readonly value: unknown;
  /** More than 0: the answer comes only when the host lets late answers arrive. */
  readonly delayMs?: number;
}

/** Takes what happens in a traced run. */
export interface Tracer {
  /** Milliseconds since the run was opened. */
  readonly elapsedMs: () => number;
  readonly record: (event: TraceEvent) => void;
}

export type { Participant, Space } from './store/space.ts';

/** Powers that the runtime is given; it has no others. */
export interface RuntimePowers {
  /** A callback of the author threw; the run goes on. The value is hostile: do not read it. */
  readonly onFailure: (failure: {
    readonly phase: Phase;
    readonly thrown: unknown;
    readonly origin: Origin | null;
    readonly stream: string | null;
  }) => void;
  /** Handlers see this clock, floored to the second by the runtime. Milliseconds since the epoch. */
  readonly now: () => number;
  /** Handlers see this random source, in [0, 1). */
  readonly random: () => number;
  /** The value of `Default<typeof CONST>` of a module that may not be loaded yet. */
  readonly constant: (module: string, name: string) => unknown;
  /** Which generation of the API the entry was written for, when that is known beforehand. */
  readonly generation?: string;
  /** An asynchronous handler wrote or sent after its event was over: settle again soon. */
  readonly requestSettle?: () => void;
  /** A host service's answer to a request; undefined, or absent, when there is none. */
  readonly answer?: (service: string, request: ServiceRequest) => ServiceAnswer | undefined;
  /**
   * Asks the host, where a rule of the user may allow it; false when there is no such rule. The
   * answer comes in a later turn, after which the graph has to settle. `asker` was made where the
   * pattern asks; it becomes the error of a refusal.
   */
  readonly request?: (
    service: string,
    request: ServiceRequest,
    onAnswer: (answer: ServiceAnswer) => void,
    asker: Error,
  ) => boolean;
  /** The pattern's `fetch`; absent: there is none. `inHandler`: it was called in a handler. */
  readonly fetch?: (resource: unknown, init: unknown, inHandler: boolean) => Promise<unknown>;
  /** The error for a name of the environment that no rule allows; absent: such a name is not there. */
  readonly environmentRefused?: (name: string) => Error;
  /** Whether some request to the service may be answered. */
  readonly granted?: (service: string) => boolean;
  /** The participant whom the runtime is for, when several share one space. */
  readonly participant?: Participant;
  /** The record of what happened; absent when not tracing, so that it costs nothing then. */
  readonly tracer?: Tracer;
}

/** How a value of the store looks from outside; see `Runtime.resolve`. */
export type Resolved =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'stream' }
  | { readonly kind: 'factory'; readonly export: ExportSummary['kind'] };

export interface RunningInstance {
  /** The root of the result; give it to `resolve`. */
  readonly result: unknown;
}

export interface WaitingComputation {
  readonly origin: Origin | null;
  /** Path of the missing input in the author's terms, such as `items.0.title`. */
  readonly for: string;
  /** The TypeError that the computation threw; hostile. */
  readonly thrown: unknown;
}

/** A finding, and an error that was made where it was found. */
export type Found = Omit<Finding, 'frames'> & { readonly at?: Error };

export interface Runtime {
  /** The frozen namespaces that `require` answers with. */
  readonly modules: Readonly<Record<RuntimeModuleName, Readonly<Record<string, unknown>>>>;
  /** Date, Math and friends that replace the intrinsics in the compartment. */
  readonly globals: Readonly<Record<string, unknown>>;
  /**
   * The helpers of one module. The first module is taken for the entry: its generation decides
   * what the clock does, unless the powers do.
   */
  readonly helpersFor: (
    module: string,
    facts: readonly CallFact[],
    generation?: string,
  ) => ModuleHelpers;
  /** What an exported value is. */
  readonly kindOf: (value: unknown) => ExportSummary['kind'];
  /** The builder call that made a pattern; null for every other value. */
  readonly originOf: (factory: unknown) => Origin | null;
  /**
   * Makes a root instance of a pattern; the last one takes the events. `argument` is plain data, or
   * results of this runtime; undefined means none. Instances with the same `shared` name in the
   * runtimes of one space have the same state.
   */
  readonly instantiate: (factory: unknown, argument: unknown, shared?: string) => RunningInstance;
  /** Runs the graph until nothing is left to do, one queued event after the other. */
  readonly settle: () => void;
  /** Whether nothing is left to do. Another runtime of the same space can change that. */
  readonly isIdle: () => boolean;
  /**
   * Runs each computation once more and takes everything back; what gave or wrote something else
   * becomes a finding. Settle first.
   */
  readonly rehearse: () => void;
  /** Lets late answers of host services arrive; settle afterwards. */
  readonly arrive: () => void;
  /** Queues an event for the stream at `path` below the result; false if there is no stream. */
  readonly send: (path: readonly (string | number)[], event: unknown) => boolean;
  /**
   * One step from a value to what it stands for: follows references, links and derived values to
   * the stored data, which may hold further references inside. Anything unknown to the runtime
   * comes back as `{ kind: 'value', value }` unchanged.
   */
  readonly resolve: (value: unknown) => Resolved;
  /** While `read` runs, assertions are evaluated; elsewhere they resolve to null. */
  readonly demand: <Value>(read: () => Value) => Value;
  /** What a debugger shows for a reference of the runtime; runs nothing and tracks nothing. */
  readonly peek: (value: unknown) => Peeked | undefined;
  readonly waiting: () => readonly WaitingComputation[];
  readonly findings: () => readonly Found[];
}
