/**
 * PB1201 to PB1249: what goes wrong while a pattern runs, told in the author's terms. The pattern
 * runtime's own messages are in patterns.ts.
 */
import { defineMessage } from './message.ts';

export const uncaughtError = defineMessage<{ readonly name: string | null; readonly text: string }>(
  {
    code: 'PB1201',
    title: 'An error was thrown and not caught',
    text: ({ name, text }) => (text === '' ? `${name ?? 'Error'} (without a message)` : text),
  },
);

export const thrownValue = defineMessage<{ readonly text: string }>({
  code: 'PB1202',
  title: 'Something other than an Error was thrown',
  text: ({ text }) => `A value that is not an Error was thrown: ${text}`,
  help: () => 'Throw an Error, `throw new Error("…")`: it knows the line where it was made.',
});

export const missingGlobalUsed = defineMessage<{ readonly name: string; readonly instead: string }>(
  {
    code: 'PB1203',
    title: 'A global that the sandbox does not have was used',
    text: ({ name }) => `\`${name}\` does not exist in the sandbox.`,
    help: ({ instead }) => instead,
  },
);

export const readOfNothing = defineMessage<{
  readonly key: string;
  readonly base: string | null;
  readonly nothing: string;
}>({
  code: 'PB1204',
  title: 'A property of nothing was read',
  text: ({ key, base, nothing }) =>
    base === null
      ? `\`${key}\` was read from ${nothing}.`
      : `\`${base}\` is ${nothing}, so its \`${key}\` cannot be read.`,
  help: ({ key, base }) =>
    base === null
      ? "Check first that the value is there, or give it a default in the pattern's input type."
      : `Use \`${base}${optionalAccess(key)}\` if it may be absent, or give it a default in the pattern's input type.`,
});

export const cellMethodOnValue = defineMessage<{
  readonly method: string;
  readonly base: string | null;
}>({
  code: 'PB1205',
  title: 'A cell method was called on a plain value',
  text: ({ method, base }) =>
    `\`.${method}()\` was called on ${base === null ? 'a plain value' : `\`${base}\`, which is a plain value here`}, not a cell.`,
  help: ({ method }) =>
    method === 'get'
      ? 'Leave out `.get()`: the value is already read. To get the cell itself, declare it as `Writable<…>` in the type.'
      : 'To get the cell itself, declare it as `Writable<…>` in the type of the input or of the handler state.',
});

export const clockOutsideHandler = defineMessage<{ readonly what: string }>({
  code: 'PB1206',
  title: 'The clock or chance was used outside a handler',
  text: ({ what }) =>
    `\`${what}\` works only in a handler: other code can re-run at any time and must give the same result.`,
  help: () => 'Read it in a handler and keep it in a cell.',
});

export const frozenWrite = defineMessage<{ readonly key: string }>({
  code: 'PB1207',
  title: 'A frozen object was changed',
  text: ({ key }) => `\`${key}\` cannot be changed here: its object is frozen.`,
  help: () =>
    'Data of the module, built-in objects and values read from cells are read-only. Change a copy, such as `{ ...value }` or `[...list]`, and set it on the cell.',
});

export const endlessRecursion = defineMessage({
  code: 'PB1208',
  title: 'Functions called each other too deeply',
  text: () => 'Functions called each other so deeply that the stack is full.',
  help: () => 'Check the condition that ends the recursion, or use a loop.',
});

export const notCallable = defineMessage<{ readonly callee: string }>({
  code: 'PB1209',
  title: 'Something that is not a function was called',
  text: ({ callee }) => `\`${callee}\` was called, but it is not a function.`,
  help: () => 'Check the spelling, and that the value is what you expect at this place.',
});

export const notAList = defineMessage<{ readonly method: string; readonly base: string | null }>({
  code: 'PB1210',
  title: 'A list method was called on something else',
  text: ({ method, base }) =>
    `\`.${method}()\` was called on ${base === null ? 'a value' : `\`${base}\``} that is not a list.`,
  help: () =>
    'Give the list a default, such as `Default<[]>`, or check it with `Array.isArray(…)`.',
});

export const notIterable = defineMessage<{ readonly what: string }>({
  code: 'PB1211',
  title: 'Something that is not a list was iterated',
  text: ({ what }) => `\`${what}\` is not a list, so it cannot be iterated or spread.`,
  help: () => 'Use `?? []` if it may be absent.',
});

export const notConstructible = defineMessage<{ readonly what: string }>({
  code: 'PB1212',
  title: 'Something that is not a class was constructed',
  text: ({ what }) => `\`new ${what}\` needs a class, but \`${what}\` is none.`,
  help: () => 'Check the spelling and the import.',
});

export const constantAssigned = defineMessage({
  code: 'PB1213',
  title: 'A constant was assigned',
  text: () => 'A `const` was assigned a second time.',
  help: () => 'Declare it with `let` inside the function, or keep the value in a cell.',
});

export const usedTooEarly = defineMessage<{ readonly name: string }>({
  code: 'PB1214',
  title: 'A constant was used before its line',
  text: ({ name }) => `\`${name}\` was used before the line that declares it had run.`,
  help: ({ name }) =>
    `Move the declaration of \`${name}\` up; between files, look for imports in a circle.`,
});

export const undeclaredName = defineMessage<{ readonly name: string }>({
  code: 'PB1215',
  title: 'A name that nothing declares was used',
  text: ({ name }) => `\`${name}\` is not declared.`,
  help: () => 'Declare it with `const`, or import it.',
});

export const circularJson = defineMessage({
  code: 'PB1216',
  title: 'A circular value cannot become JSON',
  text: () => 'The value refers to itself, so it cannot become JSON.',
  help: () => 'Leave out the property that leads back, or refer by an id.',
});

export const unparsableJson = defineMessage({
  code: 'PB1217',
  title: 'Text that is not JSON was parsed',
  text: () => 'The text is not valid JSON.',
  help: () => 'Check the text first, or catch the error: `try { JSON.parse(text) } catch { … }`.',
});

export const evaluationRefused = defineMessage<{ readonly what: string }>({
  code: 'PB1218',
  title: 'Evaluated text contains something that the sandbox refuses',
  text: ({ what }) => `The evaluated text seems to contain ${what}, which the sandbox refuses.`,
  help: () =>
    'The check looks at text only: rename or split the word, also in strings and comments.',
});

export const bigintMixed = defineMessage({
  code: 'PB1219',
  title: 'A BigInt was mixed with something else',
  text: () => 'A BigInt cannot be mixed with numbers or become JSON.',
  help: () => 'Convert it: `Number(value)`, or `String(value)` to keep every digit.',
});

export const impossibleSize = defineMessage({
  code: 'PB1220',
  title: 'A list or text of an impossible size',
  text: () => 'A list or text of an impossible size was asked for.',
  help: () => 'Check the number that sets the size.',
});

export const invalidPattern = defineMessage<{ readonly text: string }>({
  code: 'PB1221',
  title: 'A regular expression with a mistake',
  text: ({ text }) => `The regular expression has a mistake: ${text}.`,
  help: () => 'Escape the special characters: `text.replace(/[.*+?^${}()|[\\]\\\\]/g, "\\\\$&")`.',
});

export const classWithoutNew = defineMessage<{ readonly name: string }>({
  code: 'PB1222',
  title: 'A class was called without new',
  text: ({ name }) => `\`${name}\` is a class, so it is called with \`new\`.`,
  help: ({ name }) => `Write \`new ${name}(…)\`.`,
});

export const notPrimitive = defineMessage({
  code: 'PB1223',
  title: 'An object stands where a text or number is needed',
  text: () => 'An object or a symbol cannot become a text or a number here.',
  help: () => 'Use one of its properties; of a cell, read the value first with `.get()`.',
});

export const builderUsedUnimported = defineMessage<{
  readonly name: string;
  readonly module: string;
}>({
  code: 'PB1224',
  title: 'A builder was called but not imported',
  text: ({ name }) => `\`${name}\` was called but is not imported.`,
  help: ({ name, module }) => `Add \`import { ${name} } from "${module}";\`.`,
});

export const writeToNothing = defineMessage<{ readonly key: string; readonly nothing: string }>({
  code: 'PB1225',
  title: 'A property of nothing was set',
  text: ({ key, nothing }) => `\`${key}\` was set on ${nothing}.`,
  help: () => 'Make the object first, or check that it is there.',
});

export const eventWithoutData = defineMessage<{ readonly key: string; readonly stream: string }>({
  code: 'PB1226',
  title: 'An event without the data that its handler reads',
  text: ({ key, stream }) => `The ${stream} event had no data, but its handler reads \`${key}\`.`,
  help: ({ key, stream }) => `Send it with data, such as \`${stream}={"${key}": …}\`.`,
});

export const forgottenAwait = defineMessage<{ readonly name: string }>({
  code: 'PB1227',
  title: 'A promise was used as its result',
  text: ({ name }) => `\`${name}\` is a promise, not its result: an \`await\` is missing.`,
  help: ({ name }) =>
    `Write \`await\` before the call that gives \`${name}\`, in a function that is \`async\`.`,
});

function optionalAccess(key: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(key)) return `?.${key}`;
  return /^\d+$/.test(key) ? `?.[${key}]` : `?.[${JSON.stringify(key)}]`;
}
