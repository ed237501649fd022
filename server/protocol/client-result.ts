/** The run-time checks of result.ts, for the boundary between the server and the extension. */
import * as v from 'valibot';
import type { TraceEntry } from './trace.ts';
import type { Diagnostic, Frame, RunError, RunResult } from './result.ts';

const Location = v.object({
  file: v.string(),
  line: v.number(),
  column: v.number(),
  endLine: v.exactOptional(v.number()),
  endColumn: v.exactOptional(v.number()),
});

const Help = v.object({ text: v.string(), fix: v.exactOptional(v.string()) });

const Frame: v.GenericSchema<Frame> = v.object({
  function: v.string(),
  file: v.string(),
  line: v.number(),
  column: v.number(),
  kind: v.picklist(['pattern', 'runtime', 'external', 'ses']),
  mapped: v.boolean(),
  async: v.exactOptional(v.boolean()),
  repeated: v.exactOptional(v.number()),
});

const RunError: v.GenericSchema<RunError> = v.object({
  type: v.picklist([
    'SyntaxError',
    'VerificationError',
    'RuntimeError',
    'TimeoutError',
    'MemoryError',
    'PermissionError',
    'ResourceLimitError',
    'CancelledError',
    'InternalError',
    'UsageError',
  ]),
  code: v.string(),
  name: v.exactOptional(v.string()),
  message: v.string(),
  location: v.nullable(Location),
  frames: v.array(Frame),
  hiddenFrames: v.number(),
  codeFrame: v.nullable(v.string()),
  cause: v.nullable(v.lazy(() => RunError)),
  errors: v.array(v.lazy(() => RunError)),
  help: v.nullable(Help),
  during: v.exactOptional(v.string()),
});

/** The sandbox's own events were checked event by event where they came in. */
const TraceEntry = v.custom<TraceEntry>((entry) =>
  v.is(v.looseObject({ type: v.string(), at: v.number() }), entry),
);

const Place = v.object({ line: v.number(), column: v.number() });

const Diagnostic: v.GenericSchema<Diagnostic> = v.object({
  code: v.string(),
  severity: v.picklist(['error', 'warning', 'information', 'hint']),
  message: v.string(),
  file: v.string(),
  range: v.object({ start: Place, end: Place }),
  help: v.nullable(Help),
});

const ConsoleLine = v.object({
  level: v.picklist(['log', 'info', 'warn', 'error', 'debug']),
  text: v.string(),
  file: v.nullable(v.string()),
  line: v.nullable(v.number()),
  column: v.nullable(v.number()),
});

/** Checks a run result; additional fields are dropped. */
export const RunResultSchema: v.GenericSchema<RunResult> = v.object({
  schemaVersion: v.literal(1),
  success: v.boolean(),
  outcome: v.picklist(['completed', 'failed', 'timeout', 'memory', 'cancelled', 'crashed']),
  file: v.string(),
  export: v.string(),
  exports: v.array(
    v.object({
      name: v.string(),
      kind: v.picklist(['pattern', 'handler', 'lift', 'function', 'data', 'test']),
    }),
  ),
  result: v.exactOptional(v.unknown()),
  error: v.nullable(RunError),
  errors: v.array(RunError),
  diagnostics: v.array(Diagnostic),
  waiting: v.array(v.object({ at: v.nullable(Location), for: v.string() })),
  console: v.array(ConsoleLine),
  usage: v.object({
    executionTimeMs: v.number(),
    cpuTimeMs: v.number(),
    memoryUsedMb: v.number(),
    outputBytes: v.number(),
    wallTimeMs: v.number(),
  }),
  trace: v.exactOptional(v.object({ events: v.array(TraceEntry), truncated: v.boolean() })),
});
