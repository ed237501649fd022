/**
 * Looks at a value without running any code of it: own data properties, V8's brand checks and the
 * intrinsic methods of the locked-down realm. What the runtime knows (references, streams,
 * factories) is resolved first; any other Proxy is only named.
 */
import type { ExportSummary } from '../protocol/wire.ts';
import type { Resolved } from '../runtime/index.ts';
import { getterOf, timeOf } from './intrinsics.ts';
import type { Getter } from './intrinsics.ts';
import { makeClassName } from './class-name.ts';
import { ownData } from './own-data.ts';
import type { TypeChecks } from './powers.ts';

export type Seen =
  | { readonly kind: 'primitive'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'bigint'; readonly value: bigint }
  | { readonly kind: 'symbol'; readonly description: string }
  | { readonly kind: 'function'; readonly name: string; readonly export?: ExportSummary['kind'] }
  | { readonly kind: 'stream' | 'proxy' }
  | { readonly kind: 'date'; readonly time: number }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string }
  | { readonly kind: 'bytes'; readonly type: string; readonly bytes: Uint8Array }
  | { readonly kind: 'array'; readonly value: object; readonly length: number }
  | { readonly kind: 'map' | 'set' | 'error' | 'object'; readonly value: object }
  | { readonly kind: 'opaque'; readonly type: string };

export interface Inspector {
  readonly look: (value: unknown) => Seen;
  /** An own data property; undefined for anything else, so no getter runs. */
  readonly own: (value: object, key: PropertyKey) => unknown;
  /** The own enumerable string keys that hold data. */
  readonly keys: (value: object) => readonly string[];
  /** The class name of an error, from data properties of its prototypes. */
  readonly className: (error: object) => string | null;
}

const { getOwnPropertyDescriptor, getPrototypeOf } = Object;
const flagNames = {
  hasIndices: 'd',
  global: 'g',
  ignoreCase: 'i',
  multiline: 'm',
  dotAll: 's',
  unicode: 'u',
  unicodeSets: 'v',
  sticky: 'y',
};
const sourceOf = getterOf(RegExp.prototype, 'source');
const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
const viewTag = getterOf(typedArray, Symbol.toStringTag);
const bufferOf = [getterOf(typedArray, 'buffer'), getterOf(DataView.prototype, 'buffer')];
const offsetOf = [getterOf(typedArray, 'byteOffset'), getterOf(DataView.prototype, 'byteOffset')];
const sizeOf = [getterOf(typedArray, 'byteLength'), getterOf(DataView.prototype, 'byteLength')];

const call = (getter: Getter | undefined, value: object): unknown =>
  getter && Reflect.apply(getter, value, []);

function flagsOf(value: RegExp): string {
  return Object.entries(flagNames)
    .filter(([name]) => call(getterOf(RegExp.prototype, name), value) === true)
    .map(([, flag]) => flag)
    .join('');
}

function viewOf(value: ArrayBufferView): Seen {
  const type = call(viewTag, value);
  const kind = typeof type === 'string' ? 0 : 1;
  const buffer = call(bufferOf[kind], value) as ArrayBuffer;
  const offset = call(offsetOf[kind], value) as number;
  const size = call(sizeOf[kind], value) as number;
  const bytes = new Uint8Array(buffer, offset, size);
  return { kind: 'bytes', type: typeof type === 'string' ? type : 'DataView', bytes };
}

/** Makes an inspector; `resolve` is the runtime's step from a reference to its value. */
export function makeInspector(types: TypeChecks, resolve: (value: unknown) => Resolved): Inspector {
  const own = (value: object, key: PropertyKey): unknown =>
    types.isProxy(value) ? undefined : ownData(value, key);

  const keys = (value: object): readonly string[] =>
    Reflect.ownKeys(value).filter((key): key is string => {
      if (typeof key !== 'string') return false;
      const property = getOwnPropertyDescriptor(value, key);
      return property?.enumerable === true && 'value' in property;
    });

  const nameOf = (value: object): string => {
    const name = own(value, 'name');
    return typeof name === 'string' ? name : '';
  };

  const lookAtObject = (value: object): Seen => {
    if (types.isProxy(value)) return { kind: 'proxy' };
    if (Array.isArray(value)) return { kind: 'array', value, length: value.length };
    if (types.isNativeError(value)) return { kind: 'error', value };
    if (types.isDate(value)) return { kind: 'date', time: timeOf(value) };
    if (types.isMap(value)) return { kind: 'map', value };
    if (types.isSet(value)) return { kind: 'set', value };
    if (types.isPromise(value)) return { kind: 'opaque', type: 'Promise' };
    if (types.isArrayBufferView(value)) return viewOf(value);
    if (types.isAnyArrayBuffer(value)) {
      return { kind: 'bytes', type: 'ArrayBuffer', bytes: new Uint8Array(value) };
    }
    if (types.isRegExp(value)) {
      const source = call(sourceOf, value);
      return { kind: 'regexp', source: String(source), flags: flagsOf(value) };
    }
    return { kind: 'object', value };
  };

  const look = (value: unknown): Seen => {
    switch (typeof value) {
      case 'bigint':
        return { kind: 'bigint', value };
      case 'symbol':
        return { kind: 'symbol', description: value.description ?? '' };
      case 'function':
      case 'object':
        break;
      default:
        return { kind: 'primitive', value: value as string | number | boolean | undefined };
    }
    if (value === null) return { kind: 'primitive', value };
    const resolved = resolve(value);
    if (resolved.kind === 'stream') return { kind: 'stream' };
    if (resolved.kind === 'factory') {
      return { kind: 'function', name: nameOf(value), export: resolved.export };
    }
    if (resolved.value !== value && !types.isProxy(resolved.value)) return look(resolved.value);
    if (typeof value !== 'function') return lookAtObject(value);
    return types.isProxy(value) ? { kind: 'proxy' } : { kind: 'function', name: nameOf(value) };
  };

  return Object.freeze<Inspector>({ look, own, keys, className: makeClassName(types) });
}
