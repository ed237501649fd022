/** The short words of the stack view and of its copies. They carry no code. */

/** Every label of the stack view. */
export const stackWords = Object.freeze({
  frameKinds: Object.freeze({
    pattern: 'Pattern',
    runtime: 'Runtime',
    external: 'External',
    ses: 'SES',
  }),
  asyncFrame: 'async',
  repeated: (count: number) => `× ${count}`,
  frameTooltip: (name: string, file: string, line: number, column: number) =>
    `${name}\n${file}:${line}:${column}`,
  frameWithoutPlace: (name: string, file: string) => `${name}\n${file}`,
  during: (what: string, pattern?: string) =>
    pattern === undefined ? `In ${what}` : `In ${what}, of ${pattern}`,
  builderCall: 'Builder call',
  builderTooltip: 'The call that made the callback which failed.',
  reactivePath: 'Reactive path',
  reactiveTooltip: 'What led to the computation that failed, in the order of time.',
  modules: 'Modules',
  modulesTooltip: 'The modules that this run has loaded.',
  globals: 'Sandbox globals',
  globalsTooltip: 'The names that exist in the sandbox without an import.',
  noErrors: 'The last run had no errors.',
  causedBy: 'Caused by',
  traceOf: (file: string) => `Full trace of the last run of ${file}`,
  happened: 'What happened:',
  truncated: 'The trace is full and ends here.',
});
