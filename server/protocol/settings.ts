/**
 * Every setting and limit: its default, its bounds and its unit, once. The manifest, the command
 * line and the documentation are checked against this table.
 */

export interface NumberSetting {
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly unit: 'ms' | 'MB' | 'bytes' | 'runs';
}

const MB = 1024 * 1024;

/** Numeric limits of a run, by the name of their setting below `patternbox.`. */
export const limits = {
  /** Wall-clock time of one run. */
  'run.timeout': { default: 30_000, minimum: 100, maximum: 600_000, unit: 'ms' },
  /** CPU time of one run. */
  'run.cpuTimeout': { default: 30_000, minimum: 100, maximum: 600_000, unit: 'ms' },
  /** Heap and buffers together. */
  'run.memory': { default: 512, minimum: 64, maximum: 2048, unit: 'MB' },
  /** Console output kept from one run. */
  'run.maxOutput': { default: MB, minimum: 1024, maximum: 64 * MB, unit: 'bytes' },
  /** Runs at the same time; more wait in a queue. */
  'run.concurrency': { default: 10, minimum: 1, maximum: 32, unit: 'runs' },
} as const satisfies Record<string, NumberSetting>;

export type LimitName = keyof typeof limits;

/** What one run may use; every field is within the bounds of `limits`. */
export interface RunLimits {
  readonly timeoutMs: number;
  readonly cpuTimeoutMs: number;
  readonly memoryMb: number;
  readonly maxOutputBytes: number;
}

export const defaultLimits: RunLimits = {
  timeoutMs: limits['run.timeout'].default,
  cpuTimeoutMs: limits['run.cpuTimeout'].default,
  memoryMb: limits['run.memory'].default,
  maxOutputBytes: limits['run.maxOutput'].default,
};

/** When a pattern runs. */
export const runOnChoices = ['demand', 'save'] as const;
export type RunOn = (typeof runOnChoices)[number];

/** Settings that are on or off, by name, with their defaults. */
export const switches = {
  /** Show every frame and record the trace; never changes what is allowed. */
  'debug.enabled': false,
  /** Refuse breakpoints where they switch a layer of the sandbox off. */
  'debug.requireAllLayers': false,
  'codeLens.enabled': true,
  /** End the running pattern when its text changes. */
  'run.cancelOnEdit': false,
} as const satisfies Record<string, boolean>;
export type SwitchName = keyof typeof switches;
