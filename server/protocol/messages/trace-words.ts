/** The short words of the trace view. They carry no code. */

const milliseconds = (time: number) => `${time < 10 ? time.toFixed(2) : time.toFixed(1)} ms`;

/** Every label of the trace view. */
export const traceWords = Object.freeze({
  title: 'Runtime Trace',
  /** One row's kind, in the column and in the list of kinds. */
  kinds: Object.freeze({
    load: 'Module',
    instantiate: 'Pattern',
    read: 'Read',
    write: 'Write',
    compute: 'Compute',
    event: 'Event',
    console: 'Console',
    permission: 'Permission',
    navigate: 'Navigate',
    failure: 'Failure',
  }),
  time: milliseconds,
  took: (time: number) => `took ${milliseconds(time)}`,
  value: (value: string) => `= ${value}`,
  written: (value: string) => `← ${value}`,
  because: (causes: readonly string[]) => `because of ${causes.join(', ')}`,
  firstTime: 'for the first time',
  unchanged: 'unchanged',
  failed: 'failed',
  granted: 'granted',
  refused: 'refused',
  permission: (scope: string, target: string) => `${scope} ${target}`,

  search: 'Search the trace',
  allKinds: 'All kinds',
  allSubjects: 'All cells and callbacks',
  kindFilter: 'Kind',
  subjectFilter: 'Cell or callback',
  counted: (name: string, count: number) => `${name} (${count})`,
  shown: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? 'entry' : 'entries'}` : `${shown} of ${all} entries`,
  truncated: (most: number) =>
    `The trace is full and ends here: it holds at most ${most} entries. The run went on without it.`,
  noMatch: 'Nothing in the trace fits the filter.',
  clearFilter: 'Clear Filter',
  nothingHappened: 'The run recorded nothing.',
  notRecorded: 'The last run was not recorded. Run the pattern again to see what happens in it.',
  nothingHasRun: 'Run a pattern to see here what happens in it.',
  running: 'Running…',
  onlyThis: (subject: string) => `Only ${subject}`,
  previous: 'Previous entry',
  next: 'Next entry',

  fields: Object.freeze({
    at: 'Time',
    duration: 'Duration',
    subject: 'Name',
    value: 'Value',
    because: 'Because of',
    outcome: 'Outcome',
    place: 'Place',
  }),
  saveTitle: 'Export Trace',
  saveFilter: 'Chrome trace events',
  exported: (file: string) => `The trace is in ${file}. Perfetto and chrome://tracing open it.`,
  showFile: 'Open File',
});
