/** The short words of the editor's views: labels, states and counts. They carry no code. */

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Every label that the editor draws outside the manifest. */
export const words = Object.freeze({
  productName: 'Patternbox',
  resultTitle: (file: string) => `Result: ${file}`,
  traceTitle: (file: string) => `Trace: ${file}`,

  lensRun: '▶ Run Pattern',
  lensRunWithInput: 'Run with Input…',
  lensStop: 'Stop',
  inputPrompt: 'The pattern’s argument, as JSON',
  inputPlaceholder: '{ "count": 3 }',
  manageTrust: 'Manage Workspace Trust',
  staleSuffix: '(stale)',
  alsoFailed: (what: string, message: string) =>
    what === '' ? `also: ${message}` : `also in ${what}: ${message}`,
  calledFrom: (name: string) => `called from ${name}`,
  typesMissing: 'This editor does not find the types of the pattern API.',
  setUpTypes: 'Set Up Types',
  createFixtures: (file: string) => `Create ${file} with an answer for each service`,
  during: (what: string) => `In ${what}`,

  states: Object.freeze({
    running: 'Running',
    fresh: 'Up to date',
    failed: 'Failed',
    stale: 'Stale',
    stopped: 'Stopped',
  }),
  staleHint: 'The text has changed since this result.',
  endedHint: 'The pattern has ended; run it again to send events.',
  sectionView: 'View',
  sectionOutputs: 'Outputs',
  sectionStreams: 'Streams',
  sectionConsole: 'Console',
  sectionWaiting: 'Waiting',
  sectionError: 'Error',
  sectionOtherErrors: (count: number) => plural(count, 'more error', 'more errors'),
  emptyResult: 'The pattern has run and gave no outputs.',
  notRunYet: 'This pattern has not run since the window was opened.',
  nothingYet: 'Running for the first time…',
  waitingFor: (path: string) => `waiting for ${path}`,
  send: 'Send',
  sendTo: (stream: string) => `Send an event to ${stream}`,
  eventBox: (stream: string) => `Event for ${stream}, as JSON; empty for none`,
  runPattern: 'Run Pattern',
  runAgain: 'Run Again',
  stop: 'Stop',
  showTrace: 'Show Full Trace',
  hiddenFrames: (count: number) => plural(count, 'frame hidden', 'frames hidden'),
  openPlace: (file: string, line: number) => `Open ${file}, line ${line}`,
  more: (count: number) => `${count} more…`,
  consoleDropped: (count: number) => plural(count, 'earlier line', 'earlier lines'),
  usage: (wall: number, cpu: number, memory: number) =>
    `${wall.toFixed(0)} ms · CPU ${cpu.toFixed(0)} ms · ${memory.toFixed(0)} MB`,
  unknownElement: (name: string) => `<${name}>`,
  readOnlyControl: 'Read-only here; send an event to change it.',

  testProfile: 'Run in the Sandbox',
  testOf: (file: string) => `Test ${file}`,
  scenarioStep: (step: number, path: string) =>
    `Step ${step}: ${path === '' ? 'the result' : path} is not as recorded.`,
  consolePlace: (text: string, file: string, line: number) => `${text}  (${file}:${line})`,

  statusName: 'Patternbox Sandbox',
  statusChecking: 'Checking the sandbox…',
  statusWaiting: 'Sandbox starts with the first pattern',
  statusAllLayers: (count: number) => `Sandbox on: all ${count} layers`,
  statusLayersOff: (active: number, count: number) => `Sandbox: ${active} of ${count} layers on`,
  statusUnavailable: 'Sandbox state unknown',
  statusUntrusted: 'Running waits for workspace trust',
  statusRunName: 'Patternbox Run',
  statusShowLog: 'Show Log',

  repeated: (count: number) => `× ${count}`,
  causedBy: 'Caused by',
});
