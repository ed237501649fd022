/** The short words of the command line's output and of explained errors. They carry no code. */
import type { Outcome } from '../result.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** What the text forms of results and errors say. */
export const showWords = Object.freeze({
  causedBy: 'Caused by',
  nthError: (number: number) => `Error ${number}`,
  during: (what: string) => `during ${what}`,
  hiddenFrames: (count: number) =>
    `${plural(count, 'frame', 'frames')} of the runtime hidden (--debug shows them)`,
  compiledCode: 'compiled code',
  at: 'at',
  trace: (count: number, truncated: boolean) =>
    `Trace: ${plural(count, 'event', 'events')}${truncated ? ', the rest was cut' : ''} (--json prints them)`,
  outcomes: Object.freeze<Record<Outcome, string>>({
    completed: 'completed',
    failed: 'failed',
    timeout: 'stopped at the time limit',
    memory: 'stopped at the memory limit',
    cancelled: 'stopped',
    crashed: 'ended unexpectedly',
  }),
  foundTests: (count: number) => `Found ${plural(count, 'test file', 'test files')}`,
  testTotals: (passed: number, failed: number, skipped: number) =>
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  /** In a report by test cases: what is wrong with a file as a whole. */
  wholeFile: 'the file',
  /**
   * The name of a step of a pattern test: `assertion_2 after action_1`. In a test with several users
   * `whose` is the participant with a slash.
   */
  stepName: (kind: string, count: number, afterAction: number, whose = '') =>
    `${whose}${kind}_${count}${afterAction > 0 ? ` after ${whose}action_${afterAction}` : ''}`,
  invalidDate: 'Invalid Date',
  circular: (path: string) => `(circular: ${path === '' ? 'the result itself' : path})`,
  traceFailure: (phase: string) => `failure in ${phase}`,
});

/** What explained errors and frames say beside their messages. */
export const explainWords = Object.freeze({
  phases: Object.freeze({
    load: 'loading of the module',
    instantiate: 'start of the pattern',
    computation: 'a computation',
    handler: 'a handler',
    render: 'drawing of the view',
    rejection: 'a promise that was rejected',
  }),
  constructorOf: (name: string) => `${name} constructor`,
  loadingOf: (module: string) => `loading of ${module}`,
  inLine: (line: number) => `in line ${line}`,
  startOf: (subject: string) => `start of ${subject}`,
  inPattern: (subject: string, pattern: string) => `${subject} of ${pattern}`,
  inPromise: (subject: string) => `${subject}, in a promise`,
  afterEvent: (subject: string, stream: string) => `${subject} after ${stream} event`,
  moduleScope: 'module scope',
  ofTheRun: 'of the run',
  unknownReason: 'for an unknown reason',
  defaultExport: 'the default export',
  /** What the engine itself says for a value that has no name. */
  intermediate: '(intermediate value)',
  evalCall: 'a direct call of `eval`',
  importCall: 'a dynamic `import()`',
  htmlComment: 'an HTML comment',
  compilerWithoutReason: 'the compiler refused without a reason',
});
