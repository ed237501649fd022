/** Removes from the start realm everything that is not the language itself. */

/** The language, and what lockdown adds to it. Shared memory and WebAssembly are not on the list. */
const KEPT = new Set(
  `AggregateError Array ArrayBuffer AsyncIterator BigInt BigInt64Array BigUint64Array Boolean
  Compartment DataView Date Error EvalError FinalizationRegistry Float16Array Float32Array
  Float64Array Function HandledPromise Infinity Int16Array Int32Array Int8Array Intl Iterator JSON
  Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray
  WeakMap WeakRef WeakSet assert decodeURI decodeURIComponent encodeURI encodeURIComponent escape
  eval getStackString globalThis harden isFinite isNaN lockdown parseFloat parseInt undefined
  unescape`.split(/\s+/u),
);

/** Names of the start realm that do not belong to the language. */
export function foreignNames(): readonly PropertyKey[] {
  return Reflect.ownKeys(globalThis).filter(
    (key) =>
      (typeof key === 'symbol' && key !== Symbol.toStringTag) ||
      (typeof key === 'string' && !KEPT.has(key)),
  );
}

/** Deletes them. What cannot be deleted shows up in the proof of the layer. */
export function stripRealm(): void {
  for (const key of foreignNames()) Reflect.deleteProperty(globalThis, key);
}
