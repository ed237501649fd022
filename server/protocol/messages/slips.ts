/**
 * PB1021 to PB1039: slips of authors that the text of a file shows. Such a pattern runs, but not as
 * it was meant.
 */
import { defineMessage } from './message.ts';

export const asyncBody = defineMessage<{ readonly builder: string }>({
  code: 'PB1021',
  title: 'A pattern that is async',
  text: ({ builder }) =>
    `The function of a \`${builder}\` cannot be \`async\`: its result would be a promise.`,
  help: () =>
    'Leave out `async`. Wait in a handler, or ask for data with a fetching builder such as `fetchJson`.',
});

export const bodyWithoutResult = defineMessage<{ readonly builder: string }>({
  code: 'PB1022',
  title: 'A function that returns nothing',
  text: ({ builder }) =>
    `The function of this \`${builder}\` returns nothing, so it has no result.`,
  help: ({ builder }) =>
    builder === 'computed'
      ? 'Write `return` before the value, or leave out the braces: `() => value`.'
      : 'Return an object, such as `return { [UI]: <p>Hello</p> };`.',
});

export const decidedOnce = defineMessage<{ readonly statement: string; readonly name: string }>({
  code: 'PB1023',
  title: 'A statement that is decided once',
  text: ({ statement, name }) =>
    `This \`${statement}\` is decided once, when the pattern starts: it does not follow \`${name}\`.`,
  help: () =>
    'Put it into a `computed`, or choose with `ifElse(…)` or `a ? b : c` in the result. Lists become rows with `.map(…)`.',
});

export const cellAsValue = defineMessage<{ readonly name: string }>({
  code: 'PB1024',
  title: 'A cell where its value is wanted',
  text: ({ name }) => `\`${name}\` is a cell here, not its value.`,
  help: ({ name }) => `Read the value: \`${name}.get()\`.`,
  fix: ({ name }) => `${name}.get()`,
});

export const cellProperty = defineMessage<{
  readonly name: string;
  readonly property: string;
  readonly closest: string | undefined;
}>({
  code: 'PB1025',
  title: 'A property that cells do not have',
  text: ({ name, property }) => `\`${name}\` is a cell, and has no \`${property}\`.`,
  help: ({ name, closest }) =>
    closest === undefined
      ? `Read the value with \`${name}.get()\`; write it with \`${name}.set(…)\`.`
      : `Did you mean \`${closest}\`?`,
  fix: ({ closest }) => closest,
});

export const eventText = defineMessage<{ readonly event: string }>({
  code: 'PB1026',
  title: 'An event with a text instead of a handler',
  text: ({ event }) => `\`${event}\` has a text, so nothing happens: code in a text is never run.`,
  help: ({ event }) => `Give it a function or a handler: \`${event}={() => …}\`.`,
});

export const calledWhileShown = defineMessage<{ readonly event: string; readonly fix: string }>({
  code: 'PB1027',
  title: 'A call where an event wants a function',
  text: ({ event }) =>
    `This is called when the view is made, and \`${event}\` gets what it returns.`,
  help: ({ event }) => `Give \`${event}\` a function that calls it: \`() => …\`.`,
  fix: ({ fix }) => fix,
});

export const unboundHandler = defineMessage<{ readonly name: string; readonly state: string }>({
  code: 'PB1028',
  title: 'A handler that is not bound',
  text: ({ name }) => `The handler \`${name}\` is not bound to its state, so it takes no events.`,
  help: ({ name, state }) => `Call it with what it works on: \`${name}(${state})\`.`,
});

export const missingState = defineMessage<{
  readonly name: string;
  readonly key: string;
  readonly given: string | undefined;
}>({
  code: 'PB1029',
  title: 'A handler without a part of its state',
  text: ({ name, key }) => `The handler \`${name}\` needs \`${key}\`, which it is not given here.`,
  help: ({ key, given }) =>
    given === undefined
      ? `Add \`${key}\` to what it is bound to.`
      : `Its name is \`${key}\`, not \`${given}\`: write \`${key}: …\`.`,
});

export const misspeltName = defineMessage<{
  readonly kind: 'event' | 'element';
  readonly name: string;
  readonly closest: string;
}>({
  code: 'PB1030',
  title: 'A name of an element or an event that looks misspelt',
  text: ({ kind, name }) => `No ${kind} is known by the name \`${name}\`.`,
  help: ({ closest }) => `Did you mean \`${closest}\`?`,
  fix: ({ closest }) => closest,
});

export const viewAsResult = defineMessage({
  code: 'PB1031',
  title: 'A view that is returned as it is',
  text: () => 'The pattern returns a view, not an object that has one, so nothing is shown.',
  help: () => 'Return it under the key `[UI]`: `return { [UI]: … };`.',
});

export const plainKey = defineMessage<{ readonly key: string }>({
  code: 'PB1032',
  title: 'A key without its brackets',
  text: ({ key }) => `\`${key}\` is an ordinary key here; the one that is shown is \`[${key}]\`.`,
  help: ({ key }) => `Write \`[${key}]\`, and import \`${key}\`.`,
  fix: ({ key }) => `[${key}]`,
});

export const unusedView = defineMessage({
  code: 'PB1033',
  title: 'A view that is made and not used',
  text: () => 'This view is made and thrown away.',
  help: () => 'Write `return` before it, or leave out the braces of the function.',
});

export const streamCalled = defineMessage<{ readonly name: string }>({
  code: 'PB1034',
  title: 'A stream that is called like a function',
  text: ({ name }) => `\`${name}\` is a stream of events, not a function.`,
  help: ({ name }) => `Send it an event: \`${name}.send(…)\`.`,
  fix: ({ name }) => `${name}.send`,
});
