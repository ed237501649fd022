import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64 } from '../../../server/guest/base64.ts';
import { structuredClone as ours } from '../../../server/guest/clone.ts';
import { makeRegisters } from '../../../server/guest/registers.ts';
import { destinationOf, urlGlobals } from '../../../server/guest/url.ts';
import { pathOf, walkTo } from '../../../server/guest/walk.ts';
import { inspector } from './support.ts';

fc.configureGlobal({ numRuns: 40 });

describe('base64', () => {
  it('agrees with the host, both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(bytesToBase64(bytes)).toBe(text);
        expect(Buffer.from(base64ToBytes(text) ?? []).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it.each(['a', '????', 'ab=c', 'abc\u0100'])('refuses %j', (text) => {
    expect(base64ToBytes(text)).toBeUndefined();
  });
});

describe('structuredClone', () => {
  it('agrees with the host on data', () => {
    const settings = {
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: false,
    };
    fc.assert(
      fc.property(fc.anything(settings), (value) => {
        expect(ours(value)).toEqual(structuredClone(value));
      }),
    );
  });

  it('keeps shared parts shared, cycles closed, and refuses what has no copy', () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = { a: shared, b: shared };
    value['self'] = value;
    const copy = ours(value) as typeof value;
    expect(copy['a']).toBe(copy['b']);
    expect(copy['a']).not.toBe(shared);
    expect(copy['self']).toBe(copy);
    for (const bad of [() => 1, Symbol('s'), Promise.resolve(), new WeakMap()]) {
      expect(() => ours({ bad })).toThrow(TypeError);
    }
    expect(ours(new RangeError('x', { cause: 1 }))).toMatchObject({ message: 'x', cause: 1 });
    expect(ours(new Float64Array([1, 2]))).toEqual(new Float64Array([1, 2]));
  });
});

describe('URL', () => {
  const { URL: PatternUrl, URLSearchParams: PatternParams } = urlGlobals;

  it('agrees with the host on every part', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const mine = new PatternUrl(address) as unknown as URL;
        const host = new URL(address);
        for (const part of [
          'href',
          'origin',
          'host',
          'port',
          'pathname',
          'search',
          'hash',
        ] as const) {
          expect(mine[part]).toBe(host[part]);
        }
      }),
    );
  });

  it('shares its parameters, resolves against a base, and refuses what is no URL', () => {
    const url = new PatternUrl('../x?a=1', 'https://h/a/b/') as unknown as URL;
    url.searchParams.append('b', 'ä');
    url.hash = 'end';
    expect(url.href).toBe('https://h/a/x?a=1&b=%C3%A4#end');
    expect([...url.searchParams]).toEqual([
      ['a', '1'],
      ['b', 'ä'],
    ]);
    expect(() => new PatternUrl('::')).toThrow(TypeError);
    expect(PatternUrl.canParse('::')).toBe(false);
    expect(String(new PatternParams({ a: 1, b: [2, 3] }))).toBe('a=1&b=2%2C3');
    expect(new PatternParams('a=1&a=2').getAll('a')).toEqual(['1', '2']);
  });

  it('has no method of its own internals', () => {
    expect(Object.getOwnPropertyNames(PatternParams).sort()).toEqual([
      'length',
      'name',
      'prototype',
    ]);
    expect(Object.values(new PatternUrl('https://h'))).toEqual([]);
  });

  it.each([
    ['https://api.example.com@evil.test/x', 'evil.test:443'],
    ['http://127.0.0.1:8080/', '127.0.0.1:8080'],
    ['http://[::1]/', '[::1]:80'],
    ['not a url', null],
  ])('names the destination of %s', (address, destination) => {
    expect(destinationOf(address)).toBe(destination);
  });
});

describe('the place of a timeout', () => {
  it('is the last store, with its module', () => {
    const { register, baseFor, startTurn, lastSeen } = makeRegisters(new Int32Array(1), () => [
      'a',
      'b',
    ]);
    const [first, second] = [baseFor('a'), baseFor('b')];
    register[0] = first + 4;
    register[0] = second + 9;
    expect(lastSeen()).toEqual({ module: 'b', site: 9 });
    register[0] = first + 5;
    expect(lastSeen()).toEqual({ module: 'a', site: 5 });
    startTurn();
    expect(lastSeen()).toEqual({ module: null, site: -1 });
  });
});

describe('a path', () => {
  it('reads own data only', () => {
    const root = {
      list: [{ a: 1 }],
      get loud(): never {
        throw new Error('ran');
      },
    };
    expect(walkTo(inspector, root, pathOf('list.0.a'))).toBe(1);
    expect(walkTo(inspector, root, pathOf('loud.x'))).toBeUndefined();
    expect(walkTo(inspector, root, pathOf('list.length.constructor'))).toBeUndefined();
    expect(walkTo(inspector, root, ['constructor'])).toBeUndefined();
  });
});
