/** What the rest of the server asks of the sandbox. */
import type { EndReason } from '../protocol/end.ts';
import type { Fixtures } from '../protocol/fixtures.ts';
import type { LayerName } from '../protocol/messages/permissions.ts';
import type { ModuleRecord } from '../protocol/record.ts';
import type { RunLimits } from '../protocol/settings.ts';
import type {
  Advance,
  Failure,
  Granted,
  GuestMessage,
  HostReply,
  HostRequest,
  Snapshot,
} from '../protocol/wire.ts';
import type { TraceEvent } from '../protocol/trace.ts';

export type { EndReason } from '../protocol/end.ts';

export type ConsoleMessage = Extract<GuestMessage, { type: 'console' }>;

/** Where a debugger finds the process of one run, which waits for it. */
export interface DebugTarget {
  /** `ws://127.0.0.1:<port>/<secret>`: whoever knows it controls the process. */
  readonly url: string;
  /** Layers that the other runs of this machine have and this one lacks. */
  readonly off: readonly LayerName[];
}

/** How a run is debugged: in a process of its own with an inspector, without limits of time. */
export interface Debugging {
  /** Data URLs of the maps to the authored files, by the path of the record. */
  readonly mapUrls: ReadonlyMap<string, string>;
  /** Called once; the pattern is opened when it resolves, and never if it rejects. */
  readonly attach: (target: DebugTarget) => Promise<void>;
}

export interface OpenRequest {
  readonly records: readonly ModuleRecord[];
  readonly entry: string;
  readonly exportName: string;
  /** Absent: run without an argument. */
  readonly argument?: unknown;
  readonly limits: RunLimits;
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly clock?: number;
  readonly trace: boolean;
  /** What the host services answer. */
  readonly fixtures?: Fixtures;
  /** What the host does for the pattern; absent: nothing. */
  readonly host?: HostPowers;
  /** The entry is a pattern test. */
  readonly test?: boolean;
  readonly debug?: Debugging;
}

/** What the host may do for one run; it checks each request against the user's rules. */
export interface HostPowers {
  readonly granted: Granted;
  /** Never rejects. */
  readonly perform: (request: HostRequest, signal: AbortSignal) => Promise<HostReply>;
}

/** What a run tells while it runs, in order. */
export interface RunEvents {
  readonly onConsole: (line: Omit<ConsoleMessage, 'type'>) => void;
  readonly onFailure: (failure: Failure) => void;
  readonly onTrace?: (event: TraceEvent) => void;
}

/** What a run has used so far. */
export interface RunUsage {
  /** Time in which the pattern was at work, its own and the runtime's. */
  readonly executionTimeMs: number;
  readonly cpuTimeMs: number;
  /** Largest memory beyond that of an idle sandbox process. */
  readonly memoryUsedMb: number;
  readonly outputBytes: number;
}

/** One event for a stream of the result. */
export interface SentEvent {
  readonly stream: string;
  readonly event?: unknown;
  /** Where the payload stands below the result, instead of the payload. */
  readonly eventAt?: readonly (string | number)[] | undefined;
  readonly participant?: string | undefined;
}

/** Limits of one command; a shorter time than the run's counts. */
export interface Turn {
  readonly timeoutMs?: number | undefined;
}

/** One pattern in one process. */
export interface SandboxRun {
  /** The state after the last command that was answered. */
  readonly snapshot: Snapshot | null;
  /** Resolves once the process is gone; nothing is reported after that. */
  readonly end: Promise<EndReason>;
  readonly ended: EndReason | null;
  /** Sends one event; never rejects. Gives the last state if the run ends meanwhile. */
  readonly send: (event: SentEvent, turn?: Turn) => Promise<Snapshot | null>;
  /** Goes on without an event; never rejects. */
  readonly advance: (how: Advance, turn?: Turn) => Promise<Snapshot | null>;
  /** Reads the value at a path below the result as tagged JSON; undefined once the run has ended. */
  readonly read: (
    path: readonly (string | number)[],
    turn?: Turn,
    participant?: string,
  ) => Promise<unknown>;
  /** Ends the process. Idempotent. */
  readonly close: () => void;
  readonly usage: () => RunUsage;
}

/** One protective layer as it was found in a real sandbox process of this machine. */
export interface LayerReport {
  readonly name: string;
  readonly active: boolean;
  /** Runs are refused without it; the others deepen the defence where the machine has them. */
  readonly required: boolean;
  readonly text: string;
}

export interface PoolCounters {
  /** Runs at work now. */
  readonly running: number;
  /** Commands that wait for their turn. */
  readonly queued: number;
  /** Processes that are ready or getting ready for a run. */
  readonly spares: number;
  /** All live processes. */
  readonly processes: number;
}

export interface Pool {
  /** Opens a pattern in a process of its own; resolves when it is idle or has ended. */
  readonly open: (
    request: OpenRequest,
    events: RunEvents,
    signal?: AbortSignal,
  ) => Promise<SandboxRun>;
  readonly selfTest: () => Promise<readonly LayerReport[]>;
  /** Which layers a debugged run would do without, found out with a process that has an inspector. */
  readonly debugTest: () => Promise<readonly LayerName[]>;
  /** Kills every process and waits until all are gone. */
  readonly dispose: () => Promise<void>;
  readonly counters: () => PoolCounters;
}

export interface PoolOptions {
  /** Absolute path of the built sandbox bundles. */
  readonly sandboxDir: string;
  /** The runtime that sandbox processes run on; default: this process's own. */
  readonly execPath?: string;
  /** Warm processes kept ready. */
  readonly spares?: number;
  /** Whether a spare that was taken is replaced; if not, the spares start at once. Default: yes. */
  readonly refill?: boolean;
  /** Commands at work at the same time; more wait. */
  readonly concurrency?: number;
}
