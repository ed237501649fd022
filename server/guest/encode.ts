/**
 * Turns a value of the pattern into the tagged JSON of protocol/result.ts. Every value is hostile:
 * nothing of it is called, size and depth are counted while it is walked, never afterwards.
 */
import type { Inspector, Seen } from './inspect.ts';
import { bytesToBase64 } from './base64.ts';
import { eachEntry, eachValue } from './intrinsics.ts';

export type Path = readonly (string | number)[];

export interface EncodeLimits {
  readonly resultBytes: number;
  readonly resultDepth: number;
}

/** A limit that the value is beyond. */
export class EncodeLimit extends Error {
  constructor(
    readonly limit: 'result.bytes' | 'result.depth',
    readonly value: number,
    readonly used: number,
  ) {
    super(limit);
  }
}

export interface Encoded {
  readonly value: unknown;
  /** The streams met, by the dotted path that stands in the value. */
  readonly streams: ReadonlyMap<string, Path>;
  /** Paths of Proxies of the pattern's own, which are named but not read. */
  readonly proxies: readonly string[];
}

const tagged = (type: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  $type: type,
  ...fields,
});

/** Bytes that every node costs besides its text: quotes, a comma, brackets. */
const NODE_COST = 4;

function encodeNumber(value: number): unknown {
  if (Number.isNaN(value)) return tagged('nan');
  if (!Number.isFinite(value)) return tagged('infinity', { negative: value < 0 });
  return Object.is(value, -0) ? tagged('number', { value: '-0' }) : value;
}

/** Encodes one value; throws `EncodeLimit` where it is too large or too deep. */
export function encode(inspector: Inspector, root: unknown, limits: EncodeLimits): Encoded {
  const streams = new Map<string, Path>();
  const proxies: string[] = [];
  const open = new Map<object, string>();
  const path: (string | number)[] = [];
  let bytes = 0;

  const spend = (count: number): void => {
    bytes += count + NODE_COST;
    if (bytes > limits.resultBytes)
      throw new EncodeLimit('result.bytes', limits.resultBytes, bytes);
  };

  const below = (key: string | number, value: unknown): unknown => {
    if (path.length >= limits.resultDepth) {
      throw new EncodeLimit('result.depth', limits.resultDepth, path.length + 1);
    }
    path.push(key);
    const encoded = visit(value);
    path.pop();
    return encoded;
  };

  /** Encodes what is inside `value`, or names the place of the value that it is part of. */
  const within = (value: object, encodeInside: () => unknown): unknown => {
    const outer = open.get(value);
    if (outer !== undefined) return tagged('cycle', { path: outer });
    open.set(value, path.join('.'));
    const encoded = encodeInside();
    open.delete(value);
    return encoded;
  };

  const encodeArray = (value: object, length: number): unknown[] => {
    const items: unknown[] = [];
    for (let index = 0; index < length; index++) {
      items.push(below(index, inspector.own(value, index)));
    }
    return items;
  };

  const encodeObject = (value: object): unknown => {
    const entries = inspector.keys(value).map((key): [string, unknown] => {
      spend(key.length);
      return [key, below(key, inspector.own(value, key))];
    });
    if (entries.some(([key]) => key === '$type')) return tagged('object', { entries });
    // Defined, not assigned: a key such as `__proto__` is data like any other.
    return Object.fromEntries(entries);
  };

  const encodeMap = (value: object): unknown => {
    const entries: [unknown, unknown][] = [];
    let index = 0;
    eachEntry(value, (key, item) => {
      entries.push([below(index, key), below(index, item)]);
      index += 1;
    });
    return tagged('map', { entries });
  };

  const encodeSet = (value: object): unknown => {
    const values: unknown[] = [];
    eachValue(value, (item) => values.push(below(values.length, item)));
    return tagged('set', { values });
  };

  const encodeError = (value: object): unknown => {
    const part = (key: string): string => {
      const found = inspector.own(value, key);
      const known = typeof found === 'string' ? found : '';
      spend(known.length);
      return known;
    };
    const name = inspector.className(value) ?? 'Error';
    spend(name.length);
    return tagged('error', { name, message: part('message') });
  };

  const encodeSeen = (seen: Seen): unknown => {
    switch (seen.kind) {
      case 'primitive':
        if (typeof seen.value === 'string') spend(seen.value.length);
        if (typeof seen.value === 'number') return encodeNumber(seen.value);
        return seen.value === undefined ? tagged('undefined') : seen.value;
      case 'bigint': {
        const digits = seen.value.toString();
        spend(digits.length);
        return tagged('bigint', { value: digits });
      }
      case 'symbol':
        return tagged('symbol', { description: seen.description });
      case 'function':
        return tagged('function', {
          name: seen.name,
          ...(seen.export === undefined ? {} : { export: seen.export }),
        });
      case 'stream':
        streams.set(path.join('.'), [...path]);
        return tagged('stream', { path: path.join('.') });
      case 'proxy':
        proxies.push(path.join('.'));
        return tagged('proxy');
      case 'date':
        return tagged('date', {
          value: Number.isNaN(seen.time) ? null : new Date(seen.time).toISOString(),
        });
      case 'regexp':
        return tagged('regexp', { source: seen.source, flags: seen.flags });
      case 'bytes':
        spend(seen.bytes.length * 1.34);
        return tagged('bytes', { type: seen.type, base64: bytesToBase64(seen.bytes) });
      case 'opaque':
        return tagged('opaque', { name: seen.type });
      case 'array':
        return within(seen.value, () => encodeArray(seen.value, seen.length));
      case 'map':
        return within(seen.value, () => encodeMap(seen.value));
      case 'set':
        return within(seen.value, () => encodeSet(seen.value));
      case 'error':
        return encodeError(seen.value);
      case 'object':
        return within(seen.value, () => encodeObject(seen.value));
    }
  };

  const visit = (value: unknown): unknown => {
    spend(0);
    return encodeSeen(inspector.look(value));
  };

  return { value: visit(root), streams, proxies };
}
