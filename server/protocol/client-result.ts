/** The run-time checks of result.ts, for the boundary between the server and the extension. */
import * as v from 'valibot';
import { LocationSchema } from './location-schema.ts';
import { TraceEntry } from './trace.ts';
import { MAX_TRACE_EVENTS } from './trace-bounds.ts';
import type { Diagnostic, Frame, RunError, RunResult } from './result.ts';

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
  location: v.nullable(LocationSchema),
  frames: v.array(Frame),
  hiddenFrames: v.number(),
  codeFrame: v.nullable(v.string()),
  cause: v.nullable(v.lazy(() => RunError)),
  errors: v.array(v.lazy(() => RunError)),
  help: v.nullable(Help),
  during: v.exactOptional(v.string()),
  pattern: v.exactOptional(v.string()),
  builtAt: v.exactOptional(LocationSchema),
});

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

/** Checks the trace of a run. */
export const RunTraceSchema = v.object({
  events: v.pipe(v.array(TraceEntry), v.maxLength(MAX_TRACE_EVENTS)),
  truncated: v.boolean(),
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
  waiting: v.array(v.object({ at: v.nullable(LocationSchema), for: v.string() })),
  console: v.array(ConsoleLine),
  usage: v.object({
    executionTimeMs: v.number(),
    cpuTimeMs: v.number(),
    memoryUsedMb: v.number(),
    outputBytes: v.number(),
    wallTimeMs: v.number(),
  }),
  trace: v.exactOptional(RunTraceSchema),
});
