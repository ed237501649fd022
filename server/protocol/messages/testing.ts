/** PB18xx: pattern tests. */
import { defineMessage } from './message.ts';

export const assertionFailed = defineMessage<{ source: string }>({
  code: 'PB1801',
  title: 'An assertion does not hold',
  text: ({ source }) =>
    source === '' ? 'Expected true, got false.' : `Expected true, got false: ${source}`,
});

export const assertionNotTrue = defineMessage<{ value: string }>({
  code: 'PB1802',
  title: 'An assertion is not a truth value',
  text: ({ value }) => `Expected true, got ${value}.`,
});

export const testStepsMissing = defineMessage({
  code: 'PB1803',
  title: 'A test file without steps',
  text: () => 'The default export gives no list of test steps.',
  help: () =>
    'Return [TESTS]: [...] from the test pattern (older files: tests: [...]), with action and assertion steps.',
});

export const testStepUnknown = defineMessage<{ step: number }>({
  code: 'PB1804',
  title: 'A test step of an unknown kind',
  text: ({ step }) => `Step ${step} is none of action, assertion, render, settle, label and await.`,
});

export const testStepWithoutStream = defineMessage<{ step: number }>({
  code: 'PB1805',
  title: 'A test action that is not a stream',
  text: ({ step }) => `The action of step ${step} is not a stream, so no event can be sent to it.`,
  help: () => 'Give it an action(() => …), a bound handler, or a stream of the pattern under test.',
});

export const consoleNotAllowed = defineMessage<{ level: string; text: string; flag: string }>({
  code: 'PB1806',
  title: 'Console output that the test does not allow',
  text: ({ level, text }) => `The test logged to console.${level}: ${text}`,
  help: ({ flag }) => `If that is meant, return ${flag}: true from the test pattern.`,
});

export const errorsMissing = defineMessage<{ expected: number; actual: number }>({
  code: 'PB1807',
  title: 'A test expects errors that did not come',
  text: ({ expected, actual }) =>
    `The test expects ${expected} error${expected === 1 ? '' : 's'} while running; there ${actual === 1 ? 'was' : 'were'} ${actual}.`,
});

export const multiUserInvalid = defineMessage<{ part: string }>({
  code: 'PB1808',
  title: 'A test with several users that is not complete',
  text: ({ part }) =>
    part === 'participants'
      ? 'This test with several users names no participants.'
      : `In this test with several users, ${part} is not a pattern.`,
  help: () =>
    'Write multiUserTest({ setup, participants: { alice, bob } }), where each one is a pattern.',
});

export const tooManyParticipants = defineMessage<{ limit: number }>({
  code: 'PB1812',
  title: 'A test with too many users',
  text: ({ limit }) => `A test with several users can have ${limit} participants at most.`,
});

export const testDeadlock = defineMessage<{ waiting: string }>({
  code: 'PB1813',
  title: 'Participants of a test wait for each other for ever',
  text: ({ waiting }) => `Every participant that has steps left is waiting: ${waiting}.`,
  help: () =>
    'Each { await: "name" } needs a { label: "name" } that another participant can reach before.',
});

export const testMarkerMissing = defineMessage<{ step: number }>({
  code: 'PB1814',
  title: 'A label or await without a name',
  text: ({ step }) => `The label or await of step ${step} is not a text.`,
  help: () => 'Write { label: "alice-joined" } and { await: "alice-joined" }.',
});

export const stepNotReached = defineMessage({
  code: 'PB1815',
  title: 'A test step that was not reached',
  text: () => 'Not reached: the test had ended before.',
});

export const renderedNothing = defineMessage({
  code: 'PB1810',
  title: 'A view that cannot be drawn',
  text: () =>
    'There is no view to draw: the value is neither an element, text nor a list of those.',
  help: () => 'Give the render step the [UI] of a pattern, or an element.',
});

export const nonIdempotenceMissing = defineMessage<{ expected: number; actual: number }>({
  code: 'PB1811',
  title: 'A test expects computations that are not idempotent',
  text: ({ expected, actual }) =>
    `The test expects ${expected} computation${expected === 1 ? '' : 's'} to give something else when run again; there ${actual === 1 ? 'was' : 'were'} ${actual}.`,
});

export const testsNotFound = defineMessage<{ what: string }>({
  code: 'PB1809',
  title: 'No pattern tests found',
  text: ({ what }) => `There are no *.test.ts or *.test.tsx files in ${what}.`,
});

export const scenarioWithoutPattern = defineMessage<{ file: string }>({
  code: 'PB1820',
  title: 'Recorded scenarios without their pattern',
  text: ({ file }) => `There is no pattern beside ${file} that its scenarios could run.`,
  help: () => 'Give both the same name: counter.scenario.json belongs to counter.tsx.',
});
