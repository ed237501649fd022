/** Pattern tests: a pattern whose result lists steps. */
import type { Stream } from './cells.js';

/** What an `assert` recorded. */
export interface Assertion {
  readonly ok: boolean;
  readonly source: string;
}

/** A condition that a step checks; a failure shows the values that it compared. */
export declare function assert(condition: () => boolean): Assertion;

/** One step; a step does exactly one thing. */
export type TestStep = { readonly skip?: boolean } & (
  | { readonly assertion: Assertion | boolean }
  | { readonly action: Stream<never> | Stream; readonly event?: unknown }
  | { readonly render: unknown }
  | { readonly settle: true }
  | { readonly label: string }
  | { readonly await: string }
);

/** A test in which several users work at the same time on one space. */
export declare function multiUserTest<T extends object>(descriptor: T): T;
