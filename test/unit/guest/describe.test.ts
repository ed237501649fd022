import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../../server/guest/format.ts';
import { makeRefusal, refusalOf } from '../../../server/guest/refusals.ts';
import { makeDescriber } from '../../../server/guest/thrown.ts';
import { networkRefused } from '../../../server/protocol/messages/permissions.ts';
import { checks, hostileProxy, inspector, trap } from './support.ts';

const frames = { framesOf: () => [], framesAbove: () => [] };
const describeThrown = makeDescriber(checks, frames, refusalOf);
const format = makeFormat(inspector);

fc.configureGlobal({ numRuns: 40 });

describe('placeholders of a console message', () => {
  it('are filled in order, and what is left over follows', () => {
    expect(format(['net is %O of %d', { a: 1 }, '7', 'rest'])).toBe('net is { a: 1 } of 7 rest');
    expect(format(['%s %i %f %c.', 'x', 2.7, 2.7, 'color: red'])).toBe('x 2 2.7 .');
    expect(format(['%% %s', 'x'])).toBe('% x');
    expect(format(['100 % sure %s'])).toBe('100 % sure %s');
    expect(format(['%s and %s', 'one'])).toBe('one and %s');
  });

  it('run no code of what fills them', () => {
    expect(format(['%d %i', { valueOf: trap }, hostileProxy()])).toBe('NaN NaN');
    expect(format(['%s', hostileProxy()])).toBe('[Proxy]');
  });
});

describe('a thrown value', () => {
  it('is described whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(typeof describeThrown(value).message).toBe('string');
        },
      ),
    );
  });

  it('is named after its class, without running code', () => {
    class Custom extends TypeError {}
    class Named extends Error {
      override name = 'Chosen';
    }
    expect(describeThrown(new Custom('x')).name).toBe('Custom');
    expect(describeThrown(new Named('x')).name).toBe('Chosen');
    expect(describeThrown(new RangeError('x')).name).toBe('RangeError');
    const odd = Object.setPrototypeOf(new Error('odd'), hostileProxy()) as Error;
    expect(describeThrown(odd)).toMatchObject({ kind: 'error', name: null, message: 'odd' });
    const getters = Object.defineProperties(new Error('x'), {
      name: { get: trap },
      message: { get: trap },
      code: { get: trap },
      cause: { get: trap },
    });
    expect(describeThrown(getters)).toMatchObject({ name: 'Error', message: '', cause: null });
  });

  it('keeps chains of causes bounded', () => {
    let error = new Error('0');
    for (let index = 1; index < 1000; index++) error = new Error(`${index}`, { cause: error });
    let depth = 0;
    for (let at = describeThrown(error).cause; at; at = at.cause) depth += 1;
    expect(depth).toBe(8);
    const many = new AggregateError(
      Array.from({ length: 500 }, () => new Error('e')),
      'many',
    );
    expect(describeThrown(many).errors).toHaveLength(20);
    expect(describeThrown(new Error('x'.repeat(1e6))).message.length).toBeLessThan(30_000);
  });

  it('carries a refusal that nobody else can make', () => {
    const refusal = { kind: 'permission', scope: 'network', target: 'a:80' } as const;
    const real = makeRefusal(refusal, networkRefused({ target: 'a:80' }));
    expect(describeThrown(real)).toMatchObject({ refusal, code: 'PB1401' });
    const copy = Object.create(
      Object.getPrototypeOf(real) as object,
      Object.getOwnPropertyDescriptors(real),
    ) as object;
    expect(describeThrown(copy).refusal).toBeNull();
    expect(describeThrown(hostileProxy(real)).refusal).toBeNull();
  });
});

describe('a console line', () => {
  it.each([
    [['a', 1, null, undefined], 'a 1 null undefined'],
    [[{ a: 'x', 'b-c': [1, 2] }], '{ a: "x", "b-c": [1, 2] }'],
    [[new Map([[1, { a: 1 }]]), new Set(['x'])], 'Map { 1 => { a: 1 } } Set { "x" }'],
    [[new TypeError('bad'), -0, 10n, Symbol('s')], 'TypeError: bad -0 10n Symbol(s)'],
    [[[], {}, () => 1, new Date(NaN), /x/gu], '[] {} [function] Invalid Date /x/gu'],
    [['%s and %c', 'css'], 'css and %c'],
  ])('shows %#', (values, text) => {
    expect(format(values)).toBe(text);
  });

  it('is bounded, cycle-safe, and runs no code', () => {
    const cycle: Record<string, unknown> = { n: 1 };
    cycle['self'] = cycle;
    expect(format([cycle])).toBe('{ n: 1, self: [Circular] }');
    expect(format([{ a: { b: { c: { d: { e: 1 } } } } }])).toBe('{ a: { b: { c: { d: {…} } } } }');
    expect(format([Array.from({ length: 1000 }, (_, i) => i)])).toContain('… 900 more]');
    expect(format(['x'.repeat(1e6)]).length).toBeLessThan(110_000);
    const loud = { toString: trap, toJSON: trap, [Symbol.toPrimitive]: trap };
    expect(format([loud])).toBe('{ toString: [function trap], toJSON: [function trap] }');
    expect(format([hostileProxy(), hostileProxy(() => 1)])).toBe('[Proxy] [Proxy]');
    const wide = Array.from({ length: 100 }, () =>
      Array.from({ length: 100 }, () => 'x'.repeat(5000)),
    );
    expect(format([wide]).length).toBeLessThan(110_000);
  });
});
