/**
 * What the pattern runtime says while a pattern runs: PB1250 to PB1269 are thrown at the author's
 * call, PB1270 to PB1279 are findings.
 */
import { defineMessage } from './message.ts';

export const cyclicLinks = defineMessage<{ place: string }>({
  code: 'PB1250',
  title: 'Links in a circle',
  text: ({ place }) => `"${place}" leads to itself through a chain of links.`,
  help: () => 'One of the cells in the chain must hold a value of its own.',
});

export const readOnlyPlace = defineMessage<{ place: string }>({
  code: 'PB1251',
  title: 'Write to a computed value',
  text: ({ place }) => `"${place}" is computed, so it cannot be written.`,
  help: () => 'Write to the cell that it is computed from.',
});

export const readOnlyView = defineMessage<{ place: string; key: string }>({
  code: 'PB1252',
  title: 'Change of a value that was read',
  text: ({ place, key }) =>
    /^(?:\d+|length)$/.test(key)
      ? `The list "${place}" cannot be changed: a value that was read is read-only.`
      : `"${key}" of "${place}" cannot be changed: a value that was read is read-only.`,
  help: () =>
    'Use the methods of the cell, such as .push(...) or .key(...).set(...), or set a changed copy.',
});

export const cellAssigned = defineMessage<{ place: string; key: string }>({
  code: 'PB1263',
  title: 'Assignment to a cell',
  text: ({ place, key }) =>
    `"${place}" is a cell, so its "${key}" cannot be written with "=" or removed.`,
  help: () => 'Write the whole value with .set(...), or a part of it with .key("...").set(...).',
});

export const valueTooLarge = defineMessage<{ limit: number }>({
  code: 'PB1253',
  title: 'Value too large to store',
  text: ({ limit }) => `A value with more than ${limit} parts cannot be stored.`,
});

export const valueTooDeep = defineMessage<{ limit: number }>({
  code: 'PB1254',
  title: 'Value nested too deeply to store',
  text: ({ limit }) => `A value nested deeper than ${limit} levels cannot be stored.`,
});

export const unboundProperty = defineMessage<{ property: string; tag: string }>({
  code: 'PB1255',
  title: 'Binding to a plain value',
  text: ({ property, tag }) =>
    `${property} of <${tag}> is bound to a plain value, so a change could not be written back.`,
  help: () => 'Bind it to a cell, such as a Writable, or to a property of one.',
});

export const notAFunction = defineMessage<{ builder: string }>({
  code: 'PB1256',
  title: 'Builder without a function',
  text: ({ builder }) => `${builder}() needs a function.`,
  help: () => 'Write the function in place, such as `computed(() => …)`.',
});

export const notAnArray = defineMessage<{ place: string; method: string }>({
  code: 'PB1257',
  title: 'List method on something else',
  text: ({ place, method }) => `.${method}() needs a list, but "${place}" does not hold one.`,
});

export const noStream = defineMessage<{ place: string }>({
  code: 'PB1258',
  title: 'Event sent to something that is not a stream',
  text: ({ place }) => `"${place}" is not a stream, so it takes no events.`,
  help: () =>
    'Events go to a bound handler, an action or a `Stream`. A cell takes values: `.set(…)`.',
});

export const clockRefused = defineMessage<{ what: string }>({
  code: 'PB1259',
  title: 'Clock or chance outside a handler',
  text: ({ what }) =>
    `${what} is not available outside a handler, because a pattern may run again at any time.`,
  help: () =>
    'Read it in a handler and store it, or ask for the time with wish({ query: "#now" }).',
});

export const notAPattern = defineMessage({
  code: 'PB1260',
  title: 'Not a pattern',
  text: () => 'The value that should be run is not a pattern.',
});

export const immutableCollection = defineMessage<{ method: string }>({
  code: 'PB1261',
  title: 'Change of a stored collection',
  text: ({ method }) => `.${method}() cannot change a collection that is stored.`,
  help: () => 'Make a copy with new Map(...) or new Set(...) and change that.',
});

export const nonSettling = defineMessage<{ cells: string }>({
  code: 'PB1270',
  title: 'Computations that do not settle',
  text: ({ cells }) =>
    `The computations that write ${cells} keep changing what they read, so they were stopped.`,
  help: () => 'A computation that writes must reach the same result when it runs again.',
});

export const tooManyEvents = defineMessage<{ limit: number }>({
  code: 'PB1271',
  title: 'Handlers that send for ever',
  text: ({ limit }) => `Handlers sent more than ${limit} events in a row, so the rest was dropped.`,
});

export const selfReading = defineMessage<{ place: string }>({
  code: 'PB1272',
  title: 'Computation that reads itself',
  text: ({ place }) => `"${place}" reads its own result.`,
});

export const clockUsed = defineMessage<{ what: string }>({
  code: 'PB1273',
  title: 'Clock or chance outside a handler',
  text: ({ what }) =>
    `${what} outside a handler gives another value each time the computation runs.`,
});

export const nonIdempotent = defineMessage<{ place: string; cells: string }>({
  code: 'PB1275',
  title: 'Computation that gives something else each time',
  text: ({ place, cells }) =>
    `The computation "${place}" ran again on the same state and changed ${cells}.`,
  help: () =>
    'A computation may run at any time: it must not count, add to what it reads, or use chance.',
});

export const ungrantedService = defineMessage<{ service: string }>({
  code: 'PB1274',
  title: 'Host service that is not granted',
  text: ({ service }) => `${service} has no answer here, so it stays without a result.`,
  help: () => 'Answer it in a fixtures file beside the pattern.',
});

export const unsupportedService = defineMessage<{ service: string }>({
  code: 'PB1276',
  title: 'Host service that the sandbox cannot give',
  text: ({ service }) => `${service} needs the host itself, so it stays without a result here.`,
  help: () => 'The rest of the pattern runs. Try this part on the host.',
});

export const navigated = defineMessage<{ target: string }>({
  code: 'PB1277',
  title: 'Navigation that opens nothing',
  text: ({ target }) => `navigateTo() was called with ${target}; nothing opens here.`,
  help: () => 'The rest of the handler runs. On the host, this shows the other piece.',
});

export const promiseStored = defineMessage<{ place: string }>({
  code: 'PB1279',
  title: 'Promise in a cell',
  text: ({ place }) => `"${place}" was given a promise, not its result.`,
  help: () => 'Write `await` before the call that gives it, in a handler that is `async`.',
});

export const uncloneable = defineMessage<{ type: string }>({
  code: 'PB1262',
  title: 'Value that cannot be cloned',
  text: ({ type }) => `structuredClone() cannot copy a ${type}.`,
});

/** The codes of findings: they tell of a run, and are not failures. */
export const findingCodes: ReadonlySet<string> = new Set(
  [
    nonSettling,
    tooManyEvents,
    selfReading,
    clockUsed,
    ungrantedService,
    nonIdempotent,
    unsupportedService,
    promiseStored,
  ].map(({ definition }) => definition.code),
);
