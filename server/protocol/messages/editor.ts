/** PB17xx: what the editor and its server say beside the results of runs. */
import { defineMessage } from './message.ts';

export const workspaceNotTrusted = defineMessage({
  code: 'PB1701',
  title: 'Running waits for workspace trust',
  text: () => 'Patterns run only in a trusted workspace; static checks work without trust.',
  help: () => 'Trust the workspace with “Manage Workspace Trust”, then run again.',
});

export const malformedRequest = defineMessage<{ method: string; problem: string }>({
  code: 'PB1702',
  title: 'A request was malformed',
  text: ({ method, problem }) => `The request “${method}” was refused: ${problem}.`,
});

export const noSuchRun = defineMessage({
  code: 'PB1703',
  title: 'The run is over',
  text: () => 'This run has ended, so it takes no more events.',
  help: () => 'Run the pattern again, then send the event.',
});

export const notAFile = defineMessage<{ uri: string }>({
  code: 'PB1704',
  title: 'The document is not a file on disk',
  text: ({ uri }) => `“${uri}” is not a file on this machine, so its imports cannot be found.`,
  help: () => 'Save the document to a folder first.',
});

export const noPatternOpen = defineMessage({
  code: 'PB1705',
  title: 'No pattern file is open',
  text: () => 'Open a pattern file first: one that imports “commonfabric” or “commontools”.',
});

export const inputIsNotJson = defineMessage<{ problem: string }>({
  code: 'PB1706',
  title: 'The input is not JSON',
  text: ({ problem }) => `This is not JSON: ${problem}`,
  help: () => 'Write the value as JSON, such as {"count": 3} or "text".',
});

export const settingOutOfBounds = defineMessage<{
  name: string;
  minimum: number;
  maximum: number;
  unit: string;
  used: number;
}>({
  code: 'PB1707',
  title: 'A setting is out of its bounds',
  text: ({ name, minimum, maximum, unit, used }) =>
    `The setting “patternbox.${name}” must be between ${minimum} and ${maximum} ${unit}; ` +
    `${used} is used.`,
});

export const serverStopped = defineMessage({
  code: 'PB1708',
  title: 'The Patternbox server stopped',
  text: () => 'The Patternbox server stopped and was started again; shown results are stale.',
  help: () => 'See the log with “Patternbox: Show Log”.',
});

export const serverFault = defineMessage<{ problem: string }>({
  code: 'PB1709',
  title: 'The editor could not carry out a request',
  text: ({ problem }) => `Patternbox could not do that: ${problem}`,
  help: () => 'See the log with “Patternbox: Show Log”.',
});

export const nothingHasRun = defineMessage({
  code: 'PB1710',
  title: 'Nothing has run yet',
  text: () => 'This pattern has not run yet, so there is no trace to show.',
  help: () => 'Run it with “Patternbox: Run Pattern”.',
});

export const notCompiled = defineMessage({
  code: 'PB1712',
  title: 'There is no compiled code to show',
  text: () => 'This file cannot be compiled as it is, so there is no compiled code to show.',
  help: () => 'Mend what the Problems view lists for it first.',
});

export const nothingRecorded = defineMessage({
  code: 'PB1711',
  title: 'The run was not recorded',
  text: () => 'The last run of this pattern was not recorded, so there is no trace to export.',
  help: () => 'Turn on “Patternbox: Toggle Debug Mode”, then run the pattern again.',
});
