import type { Frame, RunError, RunResult } from '../../../server/protocol/index.ts';

/** A result with everything that a test does not care about. */
export function resultOf(about: Partial<RunResult> = {}): RunResult {
  return {
    schemaVersion: 1,
    success: true,
    outcome: 'completed',
    file: 'counter.tsx',
    export: 'default',
    exports: [],
    error: null,
    errors: [],
    diagnostics: [],
    waiting: [],
    console: [],
    usage: {
      executionTimeMs: 4.12,
      cpuTimeMs: 3,
      memoryUsedMb: 31.24,
      outputBytes: 0,
      wallTimeMs: 12.6,
    },
    ...about,
  };
}

/** An error with everything that a test does not care about. */
export function errorOf(about: Partial<RunError> = {}): RunError {
  return {
    type: 'RuntimeError',
    code: 'PB1201',
    message: 'Milk has no price',
    location: null,
    frames: [],
    hiddenFrames: 0,
    codeFrame: null,
    cause: null,
    errors: [],
    help: null,
    ...about,
  };
}

/** A frame of the author's. */
export function frameOf(about: Partial<Frame> = {}): Frame {
  return {
    function: 'unitPrice',
    file: 'prices.ts',
    line: 19,
    column: 11,
    kind: 'pattern',
    mapped: true,
    ...about,
  };
}

/** An encoded node of a view. */
export function node(
  name: string,
  props: Readonly<Record<string, unknown>> = {},
  ...children: readonly unknown[]
): unknown {
  return { type: 'vnode', name, props, children };
}
