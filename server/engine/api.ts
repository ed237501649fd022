/**
 * The engine joins the stages: compile → verify → sandbox → explain. The language server, the
 * command line and the tests all run patterns through it and through nothing else.
 */
import type { PatternSummary } from '../compile/index.ts';
import type { DebugTarget, LayerReport } from '../sandbox/index.ts';
import type { Advance } from '../protocol/wire.ts';
import type {
  Base1Position,
  ConsoleLine,
  Diagnostic,
  Location,
  Permissions,
  RunLimits,
  RunResult,
} from '../protocol/index.ts';

export type { FileSource, PatternSummary } from '../compile/index.ts';
export type { DebugTarget, LayerReport } from '../sandbox/index.ts';

export interface StreamEvent {
  /** Dotted path of the stream in the result, such as `controls.add`. */
  readonly stream: string;
  /** Plain data; undefined for an event without a payload. */
  readonly event?: unknown;
  /** Where the payload stands below the result; then references in it stay references. */
  readonly eventAt?: readonly (string | number)[];
  /** In a test with several users: whose stream it is. */
  readonly participant?: string;
}

export interface RunRequest {
  /** Absolute path of the pattern file. */
  readonly file: string;
  /** Folder that imports may not leave; absolute. Default: the nearest folder with a package.json or .git, else the file's own. */
  readonly root?: string;
  /** Which export to run; default: the default export, else the only pattern. */
  readonly exportName?: string;
  /** The pattern's argument; undefined means none. */
  readonly input?: unknown;
  readonly limits?: Partial<RunLimits>;
  /** What the user allows; paths are absolute or relative to the root. Default: nothing. */
  readonly permissions?: Permissions;
  /** Show all frames and collect the trace. Never changes what is allowed. */
  readonly debug?: boolean;
  /** The file is a pattern test. */
  readonly test?: boolean;
  /** Collect the trace; default: when debugging. */
  readonly trace?: boolean;
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly clock?: number;
  /** Events that are sent in order once the pattern is idle; the result is read afterwards. */
  readonly send?: readonly StreamEvent[];
}

/** The way to a debugger, for a run with breakpoints. */
export interface DebuggerLink {
  /**
   * Told where the process waits; the pattern is opened when it resolves. Whoever knows the address
   * controls the process.
   */
  readonly attach: (target: DebugTarget) => Promise<void>;
  /** Refuse the run where a debugger can work with some layer switched off only. */
  readonly requireAllLayers: boolean;
}

export interface RunOptions {
  /** Cancel = kill: the outcome is `cancelled`. */
  readonly signal?: AbortSignal;
  /** Console lines as they come. */
  readonly onConsole?: (line: ConsoleLine) => void;
  /** Runs in a process that this debugger attaches to; the limits of time are off. */
  readonly debugger?: DebuggerLink;
}

/** Limits of one command; a shorter time than the run's counts. */
export interface Turn {
  readonly timeoutMs?: number | undefined;
}

/** A pattern that stays alive: it answers events until it is closed. */
export interface OpenRun {
  readonly id: string;
  /** The state after the last command. */
  readonly result: RunResult;
  /** Who takes part in a test with several users; empty for everything else. */
  readonly participants: readonly string[];
  /** False once the process has ended, for whatever reason. */
  readonly alive: boolean;
  /** Sends one event, waits until the pattern is idle and gives the new state. */
  readonly send: (event: StreamEvent, turn?: Turn) => Promise<RunResult>;
  /** Goes on without an event: settles, or checks each computation by running it once more. */
  readonly advance: (how: Advance, turn?: Turn) => Promise<RunResult>;
  /** The encoded value at a path below the result, in the tagged JSON of a result. */
  readonly read: (
    path: readonly (string | number)[],
    turn?: Turn,
    participant?: string,
  ) => Promise<unknown>;
  /** The place of a builder call that a value of the pattern names; null when there is none. */
  readonly locate: (origin: { readonly module: string; readonly fact: number }) => Location | null;
  /** Ends the process. Idempotent. */
  readonly close: () => void;
  /** Calls back once if the process ends by itself. */
  readonly onEnd: (listener: (result: RunResult) => void) => void;
}

export interface CheckResult {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly patterns: readonly PatternSummary[];
}

/** What one file was compiled to, and the place in it that was asked for. */
export interface CompiledCode {
  readonly code: string;
  readonly at: Base1Position | null;
}

export interface Engine {
  /** Runs a pattern once and ends its process. Never rejects: every failure is in the result. */
  readonly run: (request: RunRequest, options?: RunOptions) => Promise<RunResult>;
  /** Like run, but the process stays for further events unless it failed to start. */
  readonly open: (request: RunRequest, options?: RunOptions) => Promise<OpenRun>;
  /** Static checks of one file and what it imports; runs nothing. */
  readonly check: (file: string, root?: string) => Promise<CheckResult>;
  /** What a file is compiled to; null for one that cannot be. Runs nothing. */
  readonly compiled: (
    file: string,
    root?: string,
    at?: Base1Position,
  ) => Promise<CompiledCode | null>;
  /** Proves each layer on the very binary that runs the sandbox. */
  readonly selfTest: () => Promise<readonly LayerReport[]>;
  /** The layers that a debugged run does without on this machine. */
  readonly debugTest: () => Promise<DebugTarget['off']>;
  /** Kills every process and forgets every cache. */
  readonly dispose: () => Promise<void>;
}
