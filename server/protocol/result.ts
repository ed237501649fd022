/**
 * What a run gives, as the command line prints it and the editor shows it. The field names are a
 * public promise (docs/reference/cli.md); add to them, do not break them.
 *
 * Values that JSON cannot hold are tagged objects: `{ "$type": "undefined" }`, `bigint`, `nan`,
 * `infinity`, `date`, `map`, `set`, `regexp`, `bytes`, `error`, `cycle`, `function`, `stream`,
 * `cell`. A pattern's own object that has a `$type` key comes as
 * `{ "$type": "object", "entries": [[key, value], …] }`, so no data can look like a tag.
 */
import type { Location } from './positions.ts';
import type { TraceEntry } from './trace.ts';

export type ErrorType =
  | 'SyntaxError'
  | 'VerificationError'
  | 'RuntimeError'
  | 'TimeoutError'
  | 'MemoryError'
  | 'PermissionError'
  | 'ResourceLimitError'
  | 'CancelledError'
  | 'UsageError'
  | 'InternalError';

/** pattern: the author's; runtime: ours; ses: the hardened language; external: everything else. */
export type FrameKind = 'pattern' | 'runtime' | 'external' | 'ses';

export interface Frame {
  readonly function: string;
  /** Root-relative file for pattern frames; a short label for the others. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: FrameKind;
  readonly mapped: boolean;
  readonly async?: boolean;
  /** How many identical frames in a row this one stands for, when more than one. */
  readonly repeated?: number;
}

export interface Help {
  readonly text: string;
  readonly fix?: string;
}

export interface RunError {
  readonly type: ErrorType;
  readonly code: string;
  readonly name?: string;
  readonly message: string;
  readonly location: Location | null;
  readonly frames: readonly Frame[];
  readonly hiddenFrames: number;
  readonly codeFrame: string | null;
  readonly cause: RunError | null;
  readonly errors: readonly RunError[];
  readonly help: Help | null;
  /** What was running: `computed displayName`, `handler increment after increment event`. */
  readonly during?: string;
  /** In a test with several users: whose error it is. */
  readonly participant?: string;
  /** The pattern in whose body that builder call stands. */
  readonly pattern?: string;
  /** The builder call whose callback was running. */
  readonly builtAt?: Location;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A host service that nothing answered, and what it was asked about: an address, a query, a path. */
export interface AskedService {
  readonly name: string;
  readonly about?: string | undefined;
}

/** A finding of a static check or of a run. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly help: Help | null;
  /** In a test with several users: whose finding it is. */
  readonly participant?: string;
  readonly service?: AskedService;
}

export interface ConsoleLine {
  readonly level: 'log' | 'info' | 'warn' | 'error' | 'debug';
  readonly text: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Printed while the modules were loading, before the pattern started. */
  readonly loading?: true;
  /** In a test with several users: whose line it is. */
  readonly participant?: string;
}

export interface Usage {
  readonly executionTimeMs: number;
  readonly cpuTimeMs: number;
  readonly memoryUsedMb: number;
  readonly outputBytes: number;
  readonly wallTimeMs: number;
}

export type Outcome = 'completed' | 'failed' | 'timeout' | 'memory' | 'cancelled' | 'crashed';

export interface ExportInfo {
  readonly name: string;
  readonly kind: 'pattern' | 'handler' | 'lift' | 'function' | 'data' | 'test';
}

export interface RunResult {
  readonly schemaVersion: 1;
  readonly success: boolean;
  readonly outcome: Outcome;
  readonly file: string;
  readonly export: string;
  readonly exports: readonly ExportInfo[];
  /** Tagged JSON; absent when the run gave none. */
  readonly result?: unknown;
  readonly error: RunError | null;
  /** The other errors of the run, in time order. */
  readonly errors: readonly RunError[];
  readonly diagnostics: readonly Diagnostic[];
  readonly waiting: readonly { readonly at: Location | null; readonly for: string }[];
  readonly console: readonly ConsoleLine[];
  readonly usage: Usage;
  readonly trace?: { readonly events: readonly TraceEntry[]; readonly truncated: boolean };
}
