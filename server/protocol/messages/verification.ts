/** PB11xx: findings of the static checks on compiled modules. */
import { defineMessage } from './message.ts';

/** Files of the older API keep running where its own runtime accepted them. */
interface Tolerance {
  readonly older: boolean;
}

const onlyBetweenInvocations =
  ' The older API accepts this, so it runs: every run starts afresh, only state between invocations of one run is at stake.';

const noted = (text: string, { older }: Tolerance): string =>
  older ? text + onlyBetweenInvocations : text;

export const moduleShape = defineMessage<{ readonly why: string }>({
  code: 'PB1101',
  title: 'The compiled module does not have the expected form',
  text: ({ why }) =>
    `This file was not run: its compiled form is not one that can be checked (${why}).`,
  help: () => 'This is a fault of Patternbox, not of your pattern. Please report it with the file.',
});

export const unknownSyntax = defineMessage<{ readonly syntax: string }>({
  code: 'PB1102',
  title: 'Syntax that the sandbox does not know',
  text: ({ syntax }) => `The sandbox does not run this syntax (${syntax}).`,
  help: () => 'Write it with older syntax.',
});

export const moduleVariable = defineMessage<
  Tolerance & { readonly keyword: string; readonly name: string; readonly fix?: string }
>({
  code: 'PB1103',
  title: 'A variable of the module keeps state',
  text: (p) => noted(`\`${p.keyword} ${p.name}\` would keep state outside the pattern's cells.`, p),
  help: ({ fix, name }) =>
    fix === undefined
      ? `Keep the value in a cell of the pattern, such as \`const ${name} = new Writable(…)\`.`
      : 'It is never assigned again, so it can be a `const`.',
  fix: ({ fix }) => fix,
});

export const moduleClass = defineMessage<Tolerance & { readonly name: string }>({
  code: 'PB1104',
  title: 'A class at module scope',
  text: (p) => noted(`A class (\`${p.name}\`) cannot stand at module scope.`, p),
  help: () => 'Use functions and plain data instead: cells cannot store instances of a class.',
});

export const awaitOutsideAsync = defineMessage({
  code: 'PB1105',
  title: 'Waiting at module scope',
  text: () => '`await` can stand only inside an async function.',
  help: () => 'Load data with a fetching builder in the pattern, or pass it in as input.',
});

export const statefulRegExp = defineMessage<Tolerance & { readonly source: string }>({
  code: 'PB1106',
  title: 'A regular expression that keeps state',
  text: (p) =>
    noted(`The flags g and y make ${p.source} remember where it stopped (\`lastIndex\`).`, p),
  help: () => 'Write the regular expression where it is used, inside the function.',
});

export const looseStatement = defineMessage<Tolerance & { readonly what: string }>({
  code: 'PB1107',
  title: 'A statement that runs when the module loads',
  text: (p) => noted(`${p.what} cannot stand at module scope, where it would run on loading.`, p),
  help: () =>
    'Only imports, types, functions, constants and builder calls stand there. Move it into a function.',
});

export const indirectCallback = defineMessage<Tolerance & { readonly builder: string }>({
  code: 'PB1108',
  title: 'A builder whose function is not written in place',
  text: (p) => noted(`\`${p.builder}\` needs its function as such, not the result of a call.`, p),
  help: ({ builder }) =>
    `Write the function inside \`${builder}(…)\`, or give the name of a function of this module.`,
});

export const mutableData = defineMessage<Tolerance & { readonly name: string }>({
  code: 'PB1109',
  title: 'Module data that is not frozen',
  text: (p) => noted(`\`${p.name}\` would be data of the module that can change.`, p),
  help: () => 'Write it as a constant of plain data, or keep it in a cell of the pattern.',
});

export const moduleAssignment = defineMessage<Tolerance & { readonly name: string }>({
  code: 'PB1110',
  title: 'An assignment to a variable of the module',
  text: (p) => noted(`Assigning \`${p.name}\` changes state outside the pattern's cells.`, p),
  help: () => 'Keep the value in a cell of the pattern and set it in a handler.',
});

export const directEvalFound = defineMessage<{ readonly fix: string }>({
  code: 'PB1111',
  title: 'Direct eval',
  text: () => 'Direct `eval` could read and change the variables around it, so it is not run.',
  help: () => 'Indirect eval sees only globals: `(0, eval)(code)`.',
  fix: ({ fix }) => fix,
});

export const dynamicImportFound = defineMessage({
  code: 'PB1112',
  title: 'Dynamic import',
  text: () => 'A pattern cannot load modules while it runs.',
  help: () => 'Import the module at the top of the file: `import { … } from "./module.ts"`.',
});

export const htmlComment = defineMessage({
  code: 'PB1113',
  title: 'An HTML comment',
  text: () =>
    'The marks `<!--` and `-->` begin a comment here, and the sandbox refuses such comments.',
  help: () => 'Use `//` or `/* */`; for an operator, add a space: `i-- > 0`.',
});

export const undeclaredRequire = defineMessage<{ readonly specifier: string }>({
  code: 'PB1114',
  title: 'A module that was not imported',
  text: ({ specifier }) =>
    `\`require(${specifier})\` loads a module that is not among the imports.`,
  help: () => 'Use an import at the top of the file.',
});

export const unlinkedImport = defineMessage<{ readonly specifier: string }>({
  code: 'PB1115',
  title: 'An import that leads nowhere',
  text: ({ specifier }) => `The import "${specifier}" does not lead to a module of this program.`,
  help: () => 'Check the path and that the file is inside the root folder.',
});

export const machineryName = defineMessage<{ readonly name: string }>({
  code: 'PB1116',
  title: 'A name that belongs to the sandbox',
  text: ({ name }) => `\`${name}\` belongs to the machinery that runs the pattern.`,
  help: () => 'Use another name; to share values between files, use import and export.',
});

export const missingGlobal = defineMessage<{ readonly name: string; readonly instead: string }>({
  code: 'PB1117',
  title: 'A global that the sandbox does not have',
  text: ({ name }) => `\`${name}\` does not exist in the sandbox; it reads as undefined.`,
  help: ({ instead }) => instead,
});

export const builderNotImported = defineMessage<{
  readonly name: string;
  readonly module: string;
}>({
  code: 'PB1118',
  title: 'A builder that is not imported',
  text: ({ name }) => `\`${name}\` is used but not imported.`,
  help: ({ name, module }) => `Add \`import { ${name} } from "${module}";\`.`,
});

export const unknownName = defineMessage<{ readonly name: string; readonly closest?: string }>({
  code: 'PB1119',
  title: 'A name that nothing declares',
  text: ({ name }) => `\`${name}\` is not declared anywhere; it reads as undefined.`,
  help: ({ closest }) =>
    closest === undefined ? 'Declare it or import it.' : `Did you mean \`${closest}\`?`,
  fix: ({ closest }) => closest,
});

export const sharedObjectWrite = defineMessage<{ readonly target: string }>({
  code: 'PB1120',
  title: 'A change to something that all code shares',
  text: ({ target }) => `\`${target}\` is frozen: all code shares it, so this assignment throws.`,
  help: () => 'Write a function of your own instead of extending a built-in object.',
});

export const tooDeep = defineMessage({
  code: 'PB1121',
  title: 'Code nested too deeply',
  text: () => 'This file nests so deeply that it cannot be checked.',
  help: () => 'Split the deepest expression into several constants or functions.',
});

export const missingModule = defineMessage<{ readonly module: string }>({
  code: 'PB1122',
  title: 'A module is missing from the program',
  text: ({ module }) => `The program has no single module "${module}".`,
  help: () => 'This is a fault of Patternbox, not of your pattern. Please report it with the file.',
});

export const refusedGlobal = defineMessage<{ readonly name: string; readonly instead: string }>({
  code: 'PB1123',
  title: 'A global that only fixtures answer',
  text: ({ name }) => `\`${name}\` reaches no network: only fixtures answer it.`,
  help: ({ instead }) => instead,
});
