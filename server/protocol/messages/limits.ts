/** PB13xx: a limit of the run was reached. */
import { defineMessage } from './message.ts';

export const timeReached = defineMessage<{ limitMs: number }>({
  code: 'PB1301',
  title: 'The time limit was reached',
  text: ({ limitMs }) => `The pattern was still running after ${milliseconds(limitMs)}.`,
  help: () =>
    'Look for a loop that cannot end at this place. If the work is really that long, raise the setting patternbox.run.timeout or pass --timeout.',
});

export const cpuReached = defineMessage<{ limitMs: number }>({
  code: 'PB1302',
  title: 'The CPU time limit was reached',
  text: ({ limitMs }) => `The pattern used more than ${milliseconds(limitMs)} of CPU time.`,
  help: () =>
    'Look for work that is done again and again at this place. If it is needed, raise the setting patternbox.run.cpuTimeout.',
});

export const memoryReached = defineMessage<{ limitMb: number; usedMb: number }>({
  code: 'PB1303',
  title: 'The memory limit was reached',
  text: ({ limitMb, usedMb }) =>
    usedMb > 0
      ? `The pattern was stopped at ${Math.round(usedMb)} MB of memory; its limit is ${limitMb} MB.`
      : `The pattern used more than its limit of ${limitMb} MB of memory.`,
  help: () =>
    'Look for a collection that grows without end. If the data is really that large, raise the setting patternbox.run.memory or pass --memory.',
});

export const outputTruncated = defineMessage<{ limitBytes: number }>({
  code: 'PB1304',
  title: 'Console output was cut',
  text: ({ limitBytes }) =>
    `Console output ends here: the limit of ${limitBytes} bytes is reached and the rest is dropped.`,
  help: () => 'Log less, or raise the setting patternbox.run.maxOutput.',
});

export const resultTooLarge = defineMessage<{ limitBytes: number; usedBytes: number }>({
  code: 'PB1305',
  title: 'The result is too large to show',
  text: ({ limitBytes, usedBytes }) =>
    `The result is larger than ${limitBytes} bytes (at least ${usedBytes}), so it is not shown.`,
  help: () => 'Return a part of it, such as the first page of a list.',
});

export const resultTooDeep = defineMessage<{ limitDepth: number }>({
  code: 'PB1306',
  title: 'The result is nested too deeply to show',
  text: ({ limitDepth }) =>
    `The result is nested more than ${limitDepth} levels deep, so it is not shown.`,
  help: () => 'Return a flatter value.',
});

export const payloadTooLarge = defineMessage<{ what: string; limitBytes: number }>({
  code: 'PB1307',
  title: 'Too much data for the sandbox',
  text: ({ what, limitBytes }) =>
    `The ${what} is larger than ${limitBytes} bytes as JSON, so it was not sent to the sandbox.`,
  help: () => 'Send less data.',
});

export const payloadTooDeep = defineMessage<{ what: string; limitDepth: number }>({
  code: 'PB1310',
  title: 'Data for the sandbox is nested too deeply',
  text: ({ what, limitDepth }) =>
    `The ${what} nests deeper than ${limitDepth} levels, so it was not sent to the sandbox.`,
  help: () => 'Send flatter data.',
});

export const failuresTruncated = defineMessage<{ limit: number }>({
  code: 'PB1308',
  title: 'Further errors are not shown',
  text: ({ limit }) => `More than ${limit} errors in one step; the rest of them are not shown.`,
});

export const limitReached = defineMessage<{ name: string; value: number; used: number }>({
  code: 'PB1309',
  title: 'A limit was reached',
  text: ({ name, value, used }) => `The limit ${name} is ${value}; the pattern reached ${used}.`,
});

function milliseconds(value: number): string {
  return value < 1000 ? `${value} ms` : `${Number((value / 1000).toFixed(2))} s`;
}
