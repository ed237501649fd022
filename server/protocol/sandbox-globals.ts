/**
 * The globals of a pattern's compartment. The unit tests compare the list with a real compartment;
 * what to use instead of those it does not have stands in messages/missing-names.ts.
 */

/** Names that exist in the sandbox. */
export const sandboxGlobals: ReadonlySet<string> = new Set([
  // Values and functions of the language.
  ...['Infinity', 'NaN', 'undefined', 'globalThis', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
  ...['decodeURI', 'decodeURIComponent', 'encodeURI', 'encodeURIComponent', 'escape', 'unescape'],
  ...['JSON', 'Math', 'Reflect', 'eval'],
  // Constructors.
  ...['Array', 'ArrayBuffer', 'BigInt', 'Boolean', 'DataView', 'Date', 'Function', 'Map', 'Number'],
  ...['Object', 'Promise', 'Proxy', 'RegExp', 'Set', 'String', 'Symbol', 'WeakMap', 'WeakSet'],
  ...['BigInt64Array', 'BigUint64Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Uint8Array'],
  ...['Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'TextDecoder', 'TextEncoder'],
  ...['AggregateError', 'Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['TypeError', 'URIError'],
  // Of the hardened language.
  ...['Compartment', 'harden', 'lockdown'],
  // Given by the sandbox: pure functions, the console, and a fetch that only fixtures answer.
  ...['URL', 'URLSearchParams', 'atob', 'btoa', 'structuredClone', 'console', 'fetch'],
  // Of the older API, in handlers.
  ...['Temporal', 'secureRandom', 'randomUUID'],
]);

/** Names that newer engines have; neither relied on nor complained about. */
export const engineDependentGlobals: ReadonlySet<string> = new Set([
  'AsyncIterator',
  'Float16Array',
  'Iterator',
  'assert',
]);

/** Builders and keys of the authoring API, for code that uses them without an import. */
export const builderModules: ReadonlyMap<string, string> = new Map([
  ...[
    'pattern',
    'handler',
    'lift',
    'computed',
    'action',
    'assert',
    'Writable',
    'Cell',
    'cell',
    'Stream',
    'str',
    'ifElse',
    'when',
    'unless',
    'equals',
    'wish',
    'navigateTo',
    'generateObject',
    'generateText',
    'llm',
    'llmDialog',
    'fetchJson',
    'fetchText',
    'fetchBinary',
    'patternTool',
    'toSchema',
    'NAME',
    'UI',
    'TILE_UI',
    'CHIP_UI',
    'SELF',
    'TESTS',
  ].map((name) => [name, 'commonfabric'] as const),
  ...['recipe', 'derive', 'fetchData', 'ID', 'getRecipeEnvironment'].map(
    (name) => [name, 'commontools'] as const,
  ),
]);
