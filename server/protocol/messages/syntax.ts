/** PB10xx: syntax, imports and files. */
import { defineMessage } from './message.ts';

export const syntaxError = defineMessage<{ readonly text: string }>({
  code: 'PB1001',
  title: 'Syntax error',
  text: ({ text }) => text,
});

export const importNotFound = defineMessage<{
  readonly specifier: string;
  readonly importer: string;
}>({
  code: 'PB1002',
  title: 'Import not found',
  text: ({ specifier, importer }) =>
    `${importer} imports "${specifier}", but there is no such file.`,
  help: () =>
    'Check the spelling and the folder; the path is relative to the importing file. The endings .ts, .tsx, .json and index files are tried.',
});

export const importLeavesRoot = defineMessage<{
  readonly specifier: string;
  readonly importer: string;
}>({
  code: 'PB1003',
  title: 'Import leaves the root folder',
  text: ({ specifier, importer }) =>
    `${importer} imports "${specifier}", which is outside the root folder.`,
  help: () => 'Move the file below the root folder, or run with a root folder that contains both.',
});

export const packageNotAvailable = defineMessage<{ readonly specifier: string }>({
  code: 'PB1004',
  title: 'Package not available',
  text: ({ specifier }) => `The package "${specifier}" is not available to patterns.`,
  help: ({ specifier }) =>
    insteadOf(specifier) ??
    'A pattern can import "commonfabric", "commontools" and files beside it. Copy the code that you need into such a file.',
});

export const directEval = defineMessage({
  code: 'PB1005',
  title: 'Direct eval',
  text: () => 'A direct call of eval is not allowed in a pattern.',
  help: () => 'Write the code as a function, or call it indirectly: (0, eval)(text).',
});

export const dynamicImport = defineMessage({
  code: 'PB1006',
  title: 'Dynamic import',
  text: () => 'A dynamic import() is not allowed in a pattern.',
  help: () => 'Import the module at the top of the file.',
});

export const reservedName = defineMessage<{ readonly name: string }>({
  code: 'PB1007',
  title: 'Reserved name',
  text: ({ name }) => `The name "${name}" is reserved for compiled code.`,
  help: () => 'Choose a name that does not begin with $pb and is not $s or $site.',
});

export const topLevelAwait = defineMessage({
  code: 'PB1008',
  title: 'Await at module scope',
  text: () => 'A pattern module cannot wait at module scope.',
  help: () => 'Move the await into an async function that a handler calls.',
});

export const unsupportedSyntax = defineMessage<{ readonly what: string; readonly help: string }>({
  code: 'PB1009',
  title: 'Unsupported syntax',
  text: ({ what }) => `${what} cannot be used in a pattern.`,
  help: ({ help }) => help,
});

export const invalidJsonFile = defineMessage<{ readonly text: string }>({
  code: 'PB1010',
  title: 'Invalid JSON',
  text: ({ text }) => `This JSON file is not valid: ${text}`,
});

export const fileNotReadable = defineMessage<{ readonly file: string }>({
  code: 'PB1011',
  title: 'File not readable',
  text: ({ file }) => `There is no readable file ${file}.`,
  help: () => 'Check the path. A pattern file is a text file of at most 4 MB.',
});

export const alreadyDeclared = defineMessage<{ readonly name: string }>({
  code: 'PB1012',
  title: 'Name declared twice',
  text: ({ name }) => `"${name}" is already declared in this scope.`,
  help: () => 'Rename one of the two, or remove it.',
});

export const misplacedKeyword = defineMessage<{ readonly text: string }>({
  code: 'PB1013',
  title: 'Statement in the wrong place',
  text: ({ text }) => text,
});

export const notJavaScript = defineMessage<{ readonly why: string }>({
  code: 'PB1041',
  title: 'Syntax that JavaScript does not allow',
  text: ({ why }) => `JavaScript does not allow this here: ${why}.`,
  help: () => 'TypeScript reads it, but no engine would load it. Write it in another way.',
});

export const missingExport = defineMessage<{
  readonly specifier: string;
  readonly name: string;
  readonly suggestion: string | undefined;
}>({
  code: 'PB1014',
  title: 'Missing export',
  text: ({ specifier, name }) => `"${specifier}" has no export named "${name}".`,
  help: ({ suggestion }) =>
    suggestion === undefined
      ? 'Check the spelling, or export it there.'
      : `Did you mean "${suggestion}"?`,
  fix: ({ suggestion }) => suggestion,
});

export const notLoadable = defineMessage<{ readonly text: string }>({
  code: 'PB1015',
  title: 'Text that the sandbox cannot load',
  text: ({ text }) => `The sandbox cannot load code that contains ${text}.`,
  help: () => 'Write it in two parts, so that the sequence does not appear.',
});

export const tooComplex = defineMessage<{ readonly file: string }>({
  code: 'PB1016',
  title: 'File too deeply nested',
  text: ({ file }) => `${file} is nested too deeply to be compiled.`,
  help: () => 'Split the expression into smaller ones.',
});

export const tooSlow = defineMessage<{ readonly file: string; readonly limitMs: number }>({
  code: 'PB1042',
  title: 'File takes too long to compile',
  text: ({ file, limitMs }) => `${file} could not be compiled within ${limitMs / 1000} s.`,
  help: () =>
    'Parts that nest in each other, such as async functions and calls, can be read in many ways: give them names of their own.',
});

export const notCompilable = defineMessage<{ readonly file: string; readonly text: string }>({
  code: 'PB1017',
  title: 'File could not be compiled',
  text: ({ file, text }) => `${file} could not be compiled: ${text.split('\n')[0] ?? ''}`,
  help: () => 'This is a fault of Patternbox. Please report it with the file.',
});

export const unknownApiName = defineMessage<{
  readonly specifier: string;
  readonly name: string;
  readonly suggestion: string | undefined;
}>({
  code: 'PB1018',
  title: 'Unknown name of the authoring API',
  text: ({ specifier, name }) => `"${specifier}" has no export named "${name}".`,
  help: ({ suggestion }) =>
    suggestion === undefined
      ? 'Check the spelling. What does not use it runs.'
      : `Did you mean "${suggestion}"?`,
  fix: ({ suggestion }) => suggestion,
});

export const absentApiName = defineMessage<{ readonly name: string; readonly instead: string }>({
  code: 'PB1019',
  title: 'Part of the authoring API that the sandbox lacks',
  text: ({ name }) => `${name} is not available in the sandbox.`,
  help: ({ instead }) => instead,
});

export const labelsNotEnforced = defineMessage<{ readonly name: string }>({
  code: 'PB1020',
  title: 'Information-flow rules are not enforced',
  text: ({ name }) => `${name} only describes here: no rule of information flow is enforced.`,
  help: () => 'Test the rule itself on the host; the rest of the pattern runs as it is.',
});

/** What to use instead of a package that patterns reach for. */
function insteadOf(specifier: string): string | undefined {
  if (/^(?:react|preact|vue|svelte|solid-js)(?:$|[-/])/.test(specifier)) {
    return 'A pattern draws with JSX alone, keeps its state in cells (`new Writable(…)`) and follows it with `computed(() => …)`.';
  }
  if (/^(?:node:)?(?:fs|path|os|process|child_process|crypto)(?:$|\/)/.test(specifier)) {
    return 'A pattern has no file system and no process. Pass what it needs as its input.';
  }
  return /^(?:node:)?(?:https?|net)$|^(?:axios|node-fetch|got|ky)$/.test(specifier)
    ? 'Ask for data with a fetching builder, such as `fetchJson`, and grant its host when you run the pattern.'
    : undefined;
}
