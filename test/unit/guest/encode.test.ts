import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, EncodeLimit } from '../../../server/guest/encode.ts';
import { makeInspector } from '../../../server/guest/inspect.ts';
import { checks, hostileProxy, inspector, trap } from './support.ts';

const limits = { resultBytes: 1_000_000, resultDepth: 100 };
const encoded = (value: unknown): unknown => encode(inspector, value, limits).value;

fc.configureGlobal({ numRuns: 40 });

describe('encode', () => {
  it('gives plain data as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('$type') && !text.includes('-0'));
        const plain: unknown = JSON.parse(text);
        expect(JSON.stringify(encoded(plain))).toBe(text);
      }),
    );
  });

  it.each([
    [undefined, { $type: 'undefined' }],
    [NaN, { $type: 'nan' }],
    [-Infinity, { $type: 'infinity', negative: true }],
    [-0, { $type: 'number', value: '-0' }],
    [12n, { $type: 'bigint', value: '12' }],
    [Symbol('s'), { $type: 'symbol', description: 's' }],
    [new Date(0), { $type: 'date', value: '1970-01-01T00:00:00.000Z' }],
    [/a+/giu, { $type: 'regexp', source: 'a+', flags: 'giu' }],
    [
      new Map([['k', new Set([1])]]),
      { $type: 'map', entries: [['k', { $type: 'set', values: [1] }]] },
    ],
    [new Uint16Array([1, 258]), { $type: 'bytes', type: 'Uint16Array', base64: 'AQACAQ==' }],
    [new DataView(new ArrayBuffer(2), 1), { $type: 'bytes', type: 'DataView', base64: 'AA==' }],
    [new TypeError('m'), { $type: 'error', name: 'TypeError', message: 'm' }],
    [Promise.resolve(1), { $type: 'opaque', name: 'Promise' }],
    [function named() {}, { $type: 'function', name: 'named' }],
    [
      { $type: 'stream', path: 'x' },
      {
        $type: 'object',
        entries: [
          ['$type', 'stream'],
          ['path', 'x'],
        ],
      },
    ],
  ])('tags %s', (value, expected) => {
    expect(encoded(value)).toEqual(expected);
  });

  it('runs no code of a value', () => {
    class Loud {
      get a(): never {
        return trap();
      }
    }
    const own = Object.defineProperty({ b: 1 }, 'a', { get: trap, enumerable: true });
    const regexp = Object.defineProperties(/x/u, { source: { get: trap }, flags: { get: trap } });
    const date = Object.assign(new Date(1), { toISOString: trap, valueOf: trap, getTime: trap });
    const map = Object.assign(new Map([[1, 2]]), { forEach: trap, [Symbol.iterator]: trap });
    const fn = Object.defineProperty(() => 1, 'name', { get: trap });
    const list = Object.assign([1], { map: trap, toJSON: trap, [Symbol.iterator]: trap });
    const error = Object.defineProperty(new Error('x'), 'message', { get: trap });
    const values = {
      loud: new Loud(),
      own,
      regexp,
      date,
      map,
      fn,
      list,
      error,
      proxy: hostileProxy(),
    };
    const { value, proxies } = encode(inspector, values, limits);
    expect(value).toMatchObject({
      loud: {},
      own: { b: 1 },
      regexp: { source: 'x', flags: 'u' },
      date: { value: '1970-01-01T00:00:00.001Z' },
      map: { entries: [[1, 2]] },
      fn: { $type: 'function', name: '' },
      list: [1],
      error: { message: '' },
      proxy: { $type: 'proxy' },
    });
    expect(proxies).toEqual(['proxy']);
  });

  it('keeps `__proto__` as data', () => {
    const value = encoded(JSON.parse('{"__proto__":{"x":1}}')) as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"x":1}}');
  });

  it('names cycles, and only cycles', () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = { a: shared, b: [shared] };
    value['self'] = value;
    (value['b'] as unknown[]).push(value['b']);
    expect(encoded(value)).toEqual({
      a: { n: 1 },
      b: [{ n: 1 }, { $type: 'cycle', path: 'b' }],
      self: { $type: 'cycle', path: '' },
    });
  });

  it('stops at the limits while it walks, not afterwards', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 200; level++) deep = [deep];
    expect(() => encoded(deep)).toThrow(EncodeLimit);
    const wide = Array.from({ length: 1e6 }, () => 'x');
    expect(() => encode(inspector, wide, { ...limits, resultBytes: 1000 })).toThrow(EncodeLimit);
    expect(() => encoded('x'.repeat(2_000_000))).toThrow(EncodeLimit);
  });

  it('asks the runtime first, and collects the paths of streams', () => {
    const stream = {};
    const reference = hostileProxy();
    const resolving = makeInspector(checks, (value) => {
      if (value === stream) return { kind: 'stream' };
      return { kind: 'value', value: value === reference ? { deep: [stream] } : value };
    });
    const { value, streams, proxies } = encode(resolving, { at: reference, 'a.b': stream }, limits);
    expect(value).toEqual({
      at: { deep: [{ $type: 'stream', path: 'at.deep.0' }] },
      'a.b': { $type: 'stream', path: 'a.b' },
    });
    expect(streams.get('at.deep.0')).toEqual(['at', 'deep', 0]);
    expect(streams.get('a.b')).toEqual(['a.b']);
    expect(proxies).toEqual([]);
  });
});
