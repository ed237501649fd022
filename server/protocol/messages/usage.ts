/** PB16xx: wrong usage of the command line and of `serve`. */
import { defineMessage } from './message.ts';

export const usageError = defineMessage<{ text: string }>({
  code: 'PB1601',
  title: 'Wrong usage of the command line',
  text: ({ text }) => text,
  help: () => 'Run `patternbox --help` or `patternbox help COMMAND` to see what there is.',
});

export const outOfBounds = defineMessage<{
  option: string;
  value: string;
  minimum: number;
  maximum: number;
  unit: string;
}>({
  code: 'PB1602',
  title: 'A value is out of its bounds',
  text: ({ option, value, minimum, maximum, unit }) =>
    `${option} takes a whole number from ${minimum} to ${maximum} (${unit}); "${value}" is not one.`,
});

export const unreadableFile = defineMessage<{ file: string; reason: string }>({
  code: 'PB1603',
  title: 'A file cannot be read',
  text: ({ file, reason }) => `Cannot read ${file}: ${reason}.`,
});

export const unwritableFile = defineMessage<{ file: string; reason: string }>({
  code: 'PB1630',
  title: 'A file cannot be written',
  text: ({ file, reason }) => `Cannot write ${file}: ${reason}.`,
});

export const invalidJson = defineMessage<{ what: string; reason: string }>({
  code: 'PB1604',
  title: 'Text is not valid JSON',
  text: ({ what, reason }) => `${what} is not valid JSON: ${reason}.`,
  help: () => `Quote the text for your shell, for example --input '{"value": 3}'.`,
});

export const invalidClock = defineMessage<{ value: string }>({
  code: 'PB1605',
  title: 'A clock is not a date',
  text: ({ value }) =>
    `--clock takes a date and time such as 2026-01-31T12:00:00Z; "${value}" is not one.`,
});

export const invalidSeed = defineMessage<{ value: string }>({
  code: 'PB1606',
  title: 'A seed is not a whole number',
  text: ({ value }) => `--seed takes a whole number from 0 to 4294967295; "${value}" is not one.`,
});

export const invalidRequest = defineMessage<{ reason: string }>({
  code: 'PB1607',
  title: 'A request line that `serve` does not understand',
  text: ({ reason }) => `This request line cannot be answered: ${reason}.`,
  help: () =>
    'Each line is one JSON object such as {"id": 1, "command": "run", "file": "counter.tsx"}.',
});

export const outsideRoot = defineMessage<{ file: string; root: string }>({
  code: 'PB1608',
  title: 'The file is outside the root',
  text: ({ file, root }) => `${file} is not inside the root ${root}.`,
  help: () => 'Give a --root that holds the file and everything that it imports.',
});

export const nothingFound = defineMessage<{ what: string }>({
  code: 'PB1609',
  title: 'No pattern files found',
  text: ({ what }) => `There are no .ts or .tsx files in ${what}.`,
});

export const invalidScenario = defineMessage<{ file: string; reason: string }>({
  code: 'PB1610',
  title: 'A scenario file has the wrong shape',
  text: ({ file, reason }) => `${file} is not a list of scenarios: ${reason}.`,
  help: () =>
    'A scenario is {"name": …, "exportName": …, "argument": …, "steps": [{"events": [{"stream": …, "payload": …}], "expect": [{"path": …, "value": …}]}]}.',
});

export const invalidShard = defineMessage<{ value: string }>({
  code: 'PB1611',
  title: 'A shard is not one part of many',
  text: ({ value }) => `--shard takes I/N with I from 1 to N, such as 2/3; "${value}" is not one.`,
});
