/** PB19xx: fixtures, which answer the host services. */
import { defineMessage } from './message.ts';

export const fixturesInvalid = defineMessage<{ file: string; reason: string }>({
  code: 'PB1901',
  title: 'A fixtures file has the wrong shape',
  text: ({ file, reason }) => `${file} cannot be used as fixtures: ${reason}.`,
  help: () => 'docs/reference/fixtures.md lists what a fixtures file may hold.',
});

export const fixtureStatus = defineMessage<{ status: number }>({
  code: 'PB1902',
  title: 'A fixture answers with an error status',
  text: ({ status }) => `The request was answered with status ${status}.`,
});

export const fixtureNotJson = defineMessage({
  code: 'PB1903',
  title: 'A fixture that is not JSON',
  text: () => 'The answer is not JSON.',
});
