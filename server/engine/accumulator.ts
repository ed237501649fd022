/** Collects what a run reports, in order, and builds its result at any time. */
import type { EndReason } from '../sandbox/index.ts';
import type {
  ConsoleLine,
  Diagnostic,
  ExportInfo,
  Location,
  Outcome,
  RunError,
  RunResult,
  Usage,
} from '../protocol/index.ts';
import type { TraceLog } from './trace.ts';

export interface RunState {
  readonly exports: readonly ExportInfo[];
  readonly result?: unknown;
  readonly waiting: readonly { readonly at: Location | null; readonly for: string }[];
  /** What the runtime noticed without calling it a failure. */
  readonly findings: readonly Diagnostic[];
}

export interface Accumulator {
  readonly console: (line: ConsoleLine) => void;
  readonly error: (error: RunError) => void;
  /** The result as of now. */
  readonly build: (state: RunState | null, end: EndReason | null, usage: Usage) => RunResult;
}

/** Errors kept from one run; a loop that fails for ever must not fill the server's memory. */
const MAX_ERRORS = 100;

const outcomes: Partial<Record<EndReason['kind'], Outcome>> = {
  cancelled: 'cancelled',
  timeout: 'timeout',
  cpu: 'timeout',
  memory: 'memory',
  crashed: 'crashed',
  protocol: 'crashed',
};

/** Makes an empty accumulator for one run. */
export function makeAccumulator(about: {
  readonly file: string;
  readonly exportName: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the run is not traced. */
  readonly trace?: TraceLog | undefined;
}): Accumulator {
  const lines: ConsoleLine[] = [];
  const errors: RunError[] = [];

  return Object.freeze<Accumulator>({
    console: (line) => void lines.push(line),
    error: (error) => {
      if (errors.length < MAX_ERRORS) errors.push(error);
    },
    build: (state, end, usage) => {
      const [error = null, ...others] = errors;
      const outcome = (end && outcomes[end.kind]) ?? (error === null ? 'completed' : 'failed');
      return {
        schemaVersion: 1,
        success: error === null && outcome === 'completed',
        outcome,
        file: about.file,
        export: about.exportName,
        exports: state?.exports ?? [],
        ...(state && 'result' in state ? { result: state.result } : {}),
        error,
        errors: others,
        diagnostics: [...about.diagnostics, ...(state?.findings ?? [])],
        waiting: state?.waiting ?? [],
        console: [...lines],
        usage,
        ...(about.trace ? { trace: about.trace.build() } : {}),
      };
    },
  });
}
