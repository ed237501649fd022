/** Our `structuredClone`: the host's would be a power and rejects the runtime's references. */
import { guestWords } from '../protocol/messages/guest-words.ts';

type Clone = (value: unknown, copies: Map<object, unknown>) => unknown;

function refuse(what: string): never {
  throw new TypeError(guestWords.notCloned(what));
}

function copyView(view: ArrayBufferView): ArrayBufferView {
  if (view instanceof DataView) {
    return new DataView(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  }
  return (view as Uint8Array).slice();
}

function cloneBuiltIn(value: object, copies: Map<object, unknown>, clone: Clone): unknown {
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    copies.set(value, copy);
    for (const [key, item] of value) copy.set(clone(key, copies), clone(item, copies));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    copies.set(value, copy);
    for (const item of value) copy.add(clone(item, copies));
    return copy;
  }
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) return copyView(value);
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) {
    return refuse(guestWords.promiseOrWeak);
  }
  return undefined;
}

function cloneError(value: Error, copies: Map<object, unknown>, clone: Clone): Error {
  const { constructor } = value;
  const known = [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  const Class = known.find((candidate) => candidate === constructor) ?? Error;
  const copy = new Class(value.message);
  copies.set(value, copy);
  if ('cause' in value) {
    Object.defineProperty(copy, 'cause', {
      value: clone(value.cause, copies),
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

const clone: Clone = (value, copies) => {
  if (typeof value === 'function') return refuse(guestWords.aFunction);
  if (typeof value === 'symbol') return refuse(guestWords.aSymbol);
  if (typeof value !== 'object' || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  if (value instanceof Error) return cloneError(value, copies, clone);
  const builtIn = cloneBuiltIn(value, copies, clone);
  if (builtIn !== undefined) return builtIn;
  const copy: object = Array.isArray(value) ? [] : {};
  copies.set(value, copy);
  if (Array.isArray(value)) (copy as unknown[]).length = value.length;
  for (const key of Object.keys(value)) {
    Object.defineProperty(copy, key, {
      value: clone((value as Record<string, unknown>)[key], copies),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return copy;
};

/** Copies plain data, dates, collections, buffers and errors; reads it as the pattern itself would. */
export function structuredClone(value: unknown): unknown {
  return clone(value, new Map());
}
