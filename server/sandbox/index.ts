/** Host side of the sandbox: runs compiled patterns, each in a process of its own. */
export type * from './api.ts';
export { immunise } from './immunise.ts';
export { createPool } from './pool.ts';
export { measureStarts, type StartTimes } from './measure-starts.ts';
