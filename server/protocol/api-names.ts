/**
 * The names of the authoring API that are values, in both generations. Types are not here: nothing
 * is left of them when a pattern runs.
 */

/** Information-flow labels and rules: they can be written, and nobody enforces them here. */
export const labelNames: ReadonlySet<string> = new Set([
  'CFC_CONCEPT_KIND',
  'THIS_POLICY',
  'cfcAtom',
  'cfcPattern',
  'exchangeRule',
  'exchangeRules',
  'v',
]);

/** What the runtime modules give. */
export const apiNames: ReadonlySet<string> = new Set([
  ...labelNames,
  ...['pattern', 'recipe', 'handler', 'action', 'lift', 'computed', 'derive', 'assert'],
  ...['Cell', 'Writable', 'OpaqueCell', 'Stream', 'cell', 'stream'],
  ...['str', 'ifElse', 'when', 'unless', 'h'],
  ...['NAME', 'UI', 'TYPE', 'TILE_UI', 'CHIP_UI', 'FS', 'TESTS', 'SELF', 'ID', 'ID_FIELD'],
  ...['equals', 'valueEqual', 'byRef', 'getEntityId', 'entityRefToString', 'uiVariant'],
  ...['schema', 'toSchema', '__cf_data', 'toIndentedDebugString', 'toCompactDebugString'],
  ...['wish', 'navigateTo', 'patternTool', 'multiUserTest', 'compileAndRun'],
  ...['fetchJson', 'fetchJsonUnchecked', 'fetchText', 'fetchBinary', 'fetchData'],
  ...['fetchProgram', 'streamData', 'cellFromUrl', 'dataFile'],
  ...['generateText', 'generateObject', 'llm', 'llmDialog'],
  ...['sqliteDatabase', 'sqliteQuery', 'cfSqlite', 'table'],
  ...['getPatternEnvironment', 'getRecipeEnvironment'],
]);

/** Values of the API that a sandbox does not have, and what to use instead. */
export const absentNames: ReadonlyMap<string, string> = new Map([
  ['FabricBytes', 'Keep the bytes in a `Uint8Array`, or as base64 text with `btoa()`.'],
  ['FabricEpochDay', 'Keep the date as text, such as "2024-02-29".'],
  ['FabricEpochNsec', 'Keep the time as a number of milliseconds, as `Date.now()` gives it.'],
  ['FabricHash', 'Compare the values themselves, with `valueEqual()`.'],
  ['FabricKeyPair', 'Keys stay with the host: ask it for what they protect with `wish()`.'],
  ['FabricRegExp', 'Keep the text of the expression and use `new RegExp(text)` where it is read.'],
]);
