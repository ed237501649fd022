/** Names that patterns reach for and the sandbox does not have, with what to use instead. */

const timers =
  'There are no timers. State that changes is a cell; react to it with `computed`, or to a user with a `handler`.';
const network =
  'Ask for data with a fetching builder, such as `fetchJson`, and grant its host when you run the pattern.';
const browser = 'A pattern has no page. Describe what to show in the `[UI]` of its result.';
const files = 'A pattern has no file system and no process. Pass what it needs as its input.';
const storage = 'Keep state in a cell of the pattern; cells are what is stored.';
const floats = 'Use an ordinary array of numbers.';
const state =
  'State is a cell: `const count = new Writable(0)`, read with `.get()` and written with `.set(…)`.';
const follow =
  'What follows from state is a `computed(() => …)`; what a user does is a `handler` or an `action`.';
const memory = 'Shared and weakly held memory would make runs unrepeatable. Use ordinary values.';

/** Names of browsers and Node that patterns reach for, with what to use instead. */
export const missingGlobals: ReadonlyMap<string, string> = new Map([
  ['setTimeout', timers],
  ['setInterval', timers],
  ['clearTimeout', timers],
  ['clearInterval', timers],
  ['setImmediate', timers],
  ['clearImmediate', timers],
  ['requestAnimationFrame', timers],
  ['queueMicrotask', 'Use `Promise.resolve().then(…)`.'],
  [
    'performance',
    'There is no fine clock. In a handler, `Date.now()` gives the time to the second.',
  ],
  ['XMLHttpRequest', network],
  ['WebSocket', network],
  ['EventSource', network],
  ['Headers', network],
  ['Request', network],
  ['Response', network],
  ['AbortController', 'Nothing in a pattern can be aborted from outside; leave it out.'],
  ['window', browser],
  ['self', browser],
  ['document', browser],
  ['navigator', browser],
  ['location', browser],
  ['history', browser],
  ['alert', browser],
  ['confirm', browser],
  ['prompt', browser],
  ['localStorage', storage],
  ['sessionStorage', storage],
  ['indexedDB', storage],
  ['process', files],
  ['Deno', files],
  ['Bun', files],
  ['module', 'Use `export`.'],
  ['__dirname', files],
  ['__filename', files],
  ['Buffer', 'Use `Uint8Array`, and `TextEncoder` or `TextDecoder` for text.'],
  ['Blob', 'Use `Uint8Array`.'],
  ['File', 'Use `Uint8Array`.'],
  ['FormData', 'Use a plain object.'],
  ['global', 'Its standard name is `globalThis`; it is frozen.'],
  ['crypto', 'Random values come from `Math.random()` in a handler.'],
  ['Intl', 'Locale and time zone are fixed (en-US, UTC): use `toLocaleString()`.'],
  ['WebAssembly', 'WebAssembly cannot run in the sandbox. Write it in TypeScript.'],
  ['Float32Array', floats],
  ['Float64Array', floats],
  ['SharedArrayBuffer', memory],
  ['Atomics', memory],
  ['WeakRef', memory],
  ['FinalizationRegistry', memory],
  ['useState', state],
  ['useReducer', state],
  ['useRef', state],
  ['useContext', 'Pass it in as input of the pattern, or ask for it with `wish(…)`.'],
  ['useEffect', follow],
  ['useMemo', follow],
  ['useCallback', follow],
  ['React', 'A pattern draws with JSX alone, and keeps its state in cells.'],
  ['Worker', 'One pattern is one thread. Split the work into several `computed` values.'],
]);

/** Names that exist only to say why they do nothing. */
export const refusedGlobals: ReadonlyMap<string, string> = new Map([['fetch', network]]);

/** Values of the API that a sandbox does not have, and what to use instead. */
export const absentNames: ReadonlyMap<string, string> = new Map([
  ['FabricBytes', 'Keep the bytes in a `Uint8Array`, or as base64 text with `btoa()`.'],
  ['FabricEpochDay', 'Keep the date as text, such as "2024-02-29".'],
  ['FabricEpochNsec', 'Keep the time as a number of milliseconds, as `Date.now()` gives it.'],
  ['FabricHash', 'Compare the values themselves, with `valueEqual()`.'],
  ['FabricKeyPair', 'Keys stay with the host: ask it for what they protect with `wish()`.'],
  ['FabricRegExp', 'Keep the text of the expression and use `new RegExp(text)` where it is read.'],
]);
