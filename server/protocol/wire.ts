/**
 * The contract between the server (host) and the sandbox process (guest).
 *
 * Transport: two pipes, guest → host on descriptor 3 and host → guest on descriptor 4. A frame is a
 * 4-byte little-endian length and that many bytes of UTF-8 JSON (frame.ts). The host caps the length before it
 * buffers, parses, then validates against the schemas below; one bad frame ends the process.
 * Descriptor 5 carries the guest's last words (`deadline`, `limit`): a turn can be cut off in the
 * middle of a frame, and nothing would be readable behind that on descriptor 3. Descriptor 6 brings
 * the answers that the guest waits for in the middle of a turn, one frame for each.
 *
 * The host sends one command at a time and waits for the `answer` with its id; `console`, `failure`
 * and `trace` messages come in between, in order.
 */
import * as v from 'valibot';
import type { Fixtures } from './fixtures.ts';
import { HostRequest, type Granted, type TicketReply } from './host-calls.ts';
import { refusalReasons } from './permissions.ts';
import type { ModuleRecord } from './record.ts';
import type { Shims } from './shims.ts';
import { TraceEvent } from './trace.ts';

export * from './host-calls.ts';

/** One frame of a guest stack, as V8 reports it: positions are 1-based, in the emitted text. */
export const RawFrame = v.object({
  functionName: v.nullable(v.string()),
  /** The script's sourceURL; null for code without one. */
  url: v.nullable(v.string()),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
  async: v.boolean(),
  constructor: v.boolean(),
  native: v.boolean(),
});
export type RawFrame = v.InferOutput<typeof RawFrame>;

/** A thrown value, described without running any of its code. */
export interface ThrownRecord {
  /** `error`: an Error of the realm; `object`: anything else that is not primitive. */
  readonly kind: 'error' | 'object' | 'primitive';
  /** Class name of an error, from its own data properties or prototype; null where unknown. */
  readonly name: string | null;
  readonly message: string;
  /** An own `code` string or number, as text. */
  readonly code: string | null;
  readonly frames: readonly RawFrame[];
  readonly cause: ThrownRecord | null;
  readonly errors: readonly ThrownRecord[];
  /** Set by the trusted side only: what kind of refusal the sandbox itself raised. */
  readonly refusal: Refusal | null;
}

/** A refusal or limit that the trusted side raised; never taken from message text. */
export const Refusal = v.variant('kind', [
  v.object({
    kind: v.literal('permission'),
    scope: v.string(),
    target: v.string(),
    /** Absent: the scope has no rules at all. */
    reason: v.exactOptional(v.picklist(refusalReasons)),
  }),
  v.object({
    kind: v.literal('limit'),
    limit: v.string(),
    value: v.number(),
    used: v.number(),
  }),
  v.object({ kind: v.literal('clock'), what: v.string() }),
]);
export type Refusal = v.InferOutput<typeof Refusal>;

export const ThrownRecord: v.GenericSchema<ThrownRecord> = v.object({
  kind: v.picklist(['error', 'object', 'primitive']),
  name: v.nullable(v.string()),
  message: v.string(),
  code: v.nullable(v.string()),
  frames: v.array(RawFrame),
  cause: v.nullable(v.lazy(() => ThrownRecord)),
  errors: v.array(v.lazy(() => ThrownRecord)),
  refusal: v.nullable(Refusal),
});

/** Names a builder call of a module, by its call fact. */
export const Origin = v.object({ module: v.string(), fact: v.number() });
export type Origin = v.InferOutput<typeof Origin>;

/** Where in the life of a run something went wrong. */
export const Phase = v.picklist([
  'load',
  'instantiate',
  'computation',
  'handler',
  'render',
  'rejection',
]);
export type Phase = v.InferOutput<typeof Phase>;

export const Failure = v.object({
  phase: Phase,
  thrown: ThrownRecord,
  /** The builder call whose callback failed. */
  origin: v.nullable(Origin),
  /** For a handler: the path of the stream whose event was being handled. */
  stream: v.nullable(v.string()),
  /** Where authored code was last seen, for what was thrown without a stack. */
  site: v.exactOptional(v.object({ module: v.string(), site: v.number() })),
  /** The sandbox itself found it, and no code of the pattern: its code and text are ours. */
  own: v.exactOptional(v.literal(true)),
  /** In a test with several users: whose failure it is. */
  participant: v.exactOptional(v.string()),
});
export type Failure = v.InferOutput<typeof Failure>;

/** A computation whose input has not arrived. */
export const Waiting = v.object({
  origin: v.nullable(Origin),
  for: v.string(),
  frames: v.array(RawFrame),
});
export type Waiting = v.InferOutput<typeof Waiting>;

const AskedService = v.object({ name: v.string(), about: v.optional(v.string()) });

/** Something worth telling that is not a failure. */
export const Finding = v.object({
  kind: v.picklist([
    'non-settling',
    'non-idempotent',
    'clock',
    'ungranted-service',
    'late-write',
    'promise',
    'navigation',
  ]),
  /** Code of the message that `text` is. */
  code: v.string(),
  text: v.string(),
  origin: v.nullable(Origin),
  cells: v.array(v.string()),
  /** In a test with several users: whose finding it is. */
  participant: v.exactOptional(v.string()),
  /** The host service that nothing answered. */
  service: v.optional(AskedService),
  /** What was running when it was found, where that is nearer than the builder call. */
  frames: v.exactOptional(v.array(RawFrame)),
});
export type Finding = v.InferOutput<typeof Finding>;

export const ExportKind = v.picklist(['pattern', 'handler', 'lift', 'function', 'data', 'test']);
export const ExportSummary = v.object({ name: v.string(), kind: ExportKind });
export type ExportSummary = v.InferOutput<typeof ExportSummary>;

/** The state of a run after a command was carried out and the graph has settled. */
export const Snapshot = v.object({
  exports: v.array(ExportSummary),
  /** The result in the tagged JSON of result.ts; absent when there is none. */
  result: v.optional(v.unknown()),
  /** The names of those who take part in a test with several users; their results are members. */
  participants: v.exactOptional(v.array(v.string())),
  waiting: v.array(Waiting),
  findings: v.array(Finding),
  /** CPU time of the process since the run was opened, in milliseconds. */
  cpuTimeMs: v.number(),
  /** Resident memory now, in megabytes. */
  memoryMb: v.number(),
  /** Bytes of console output so far. */
  outputBytes: v.number(),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;

export const ConsoleLevel = v.picklist(['log', 'info', 'warn', 'error', 'debug']);

/** Every message that the guest can send. */
export const GuestMessage = v.variant('type', [
  v.object({
    type: v.literal('ready'),
    /** Outcome of each layer's self-proof in this very process, by layer name. */
    layers: v.record(v.string(), v.boolean()),
    /** Where a debugger finds the process; only in a process that was started to be debugged. */
    inspector: v.optional(v.string()),
  }),
  v.object({ type: v.literal('answer'), id: v.number(), snapshot: Snapshot }),
  v.object({ type: v.literal('value'), id: v.number(), value: v.unknown() }),
  v.object({
    type: v.literal('console'),
    level: ConsoleLevel,
    text: v.string(),
    /** While the modules were loading. */
    loading: v.optional(v.boolean()),
    /** In a test with several users: whose line it is. */
    participant: v.exactOptional(v.string()),
    frames: v.array(RawFrame),
  }),
  v.object({ type: v.literal('failure'), failure: Failure }),
  /** The turn's deadline has passed; the process expects to be killed. */
  v.object({
    type: v.literal('deadline'),
    module: v.nullable(v.string()),
    site: v.number(),
  }),
  /** A terminal limit counted inside the guest (output flood, steps …). */
  v.object({ type: v.literal('limit'), refusal: Refusal, frames: v.array(RawFrame) }),
  v.object({ type: v.literal('trace'), event: TraceEvent }),
  /** Asks for something outside; the answer to `read` comes at once, on descriptor 6. */
  v.object({ type: v.literal('ask'), ticket: v.number(), request: HostRequest }),
]);
export type GuestMessage = v.InferOutput<typeof GuestMessage>;

/** The part of a module record that crosses into the sandbox. */
export type WireRecord = Omit<ModuleRecord, 'hash'> & {
  /** A data URL with the map to the authored file, for the debugger; only in a debugged run. */
  readonly mapUrl?: string;
};

export interface GuestLimits {
  /** Soft deadline of one turn from host into guest, in milliseconds; null: a debugger decides. */
  readonly turnMs: number | null;
  readonly outputBytes: number;
  readonly resultBytes: number;
  readonly resultDepth: number;
}

/** How a run goes on without an event. */
export type Advance = 'settle' | 'rehearse';

/** Every message that the host can send. */
export type HostMessage =
  | {
      readonly type: 'open';
      readonly id: number;
      readonly entry: string;
      readonly exportName: string;
      readonly records: readonly WireRecord[];
      /** Absent: run without an argument. */
      readonly argument?: unknown;
      readonly limits: GuestLimits;
      /** Seed of handlers' Math.random; absent: from the system. */
      readonly seed?: number;
      /** Fixed clock of handlers in milliseconds since the epoch; absent: the real one. */
      readonly clock?: number;
      readonly trace: boolean;
      /** What the host services answer; absent: nothing. */
      readonly fixtures?: Fixtures;
      /** Texts of large globals that the program names. */
      readonly shims?: Shims;
      /** Absent: nothing may be asked of the host. */
      readonly granted?: Granted;
      /** A test module may grant itself answers to network requests: its `fetchMocks`. */
      readonly test?: boolean;
    }
  | {
      readonly type: 'send';
      readonly id: number;
      readonly stream: string;
      readonly event?: unknown;
      /** Where the payload stands below the result, instead of the payload. */
      readonly eventAt?: readonly (string | number)[] | undefined;
      /** In a test with several users: whose stream it is. */
      readonly participant?: string | undefined;
      readonly turnMs: number | null;
    }
  | {
      readonly type: 'advance';
      readonly id: number;
      /**
       * `settle`: late answers arrive and the graph settles. `rehearse`: besides, each computation
       * runs once more, and what differs becomes a finding.
       */
      readonly how: Advance;
      readonly turnMs: number | null;
    }
  | {
      /** Answers to what the guest asked for in earlier commands. */
      readonly type: 'reply';
      readonly id: number;
      readonly replies: readonly TicketReply[];
      readonly turnMs: number;
    }
  | {
      readonly type: 'read';
      readonly id: number;
      readonly path: readonly (string | number)[];
      readonly participant?: string | undefined;
      readonly turnMs: number | null;
    };
