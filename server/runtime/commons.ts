/**
 * Primordials, captured before any pattern is loaded. The start realm's Date and Math still have
 * the clock and chance that lockdown takes from compartments.
 */
export const {
  defineProperty,
  freeze,
  getOwnPropertyDescriptor,
  getOwnPropertyNames,
  getPrototypeOf,
  hasOwn,
  keys,
} = Object;

export const { ownKeys, apply, construct } = Reflect;

export const FERAL_DATE = Date;
export const FERAL_MATH = Math;

export const promiseThen = Promise.prototype.then;
