/**
 * Powers of the start realm, captured before any pattern is loaded: its Date and Math still have
 * the clock and chance that lockdown takes from compartments. The other intrinsics are frozen by
 * lockdown and shared with every compartment, so they can be used where they stand.
 */
export const FERAL_DATE = Date;
export const FERAL_MATH = Math;

const { then } = Promise.prototype as { then: (...args: never[]) => unknown };

/** Waits for a promise of this realm, whatever its own properties say. */
export const promiseThen: (...args: never[]) => unknown = then;
