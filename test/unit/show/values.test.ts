import { describe, expect, it } from 'vitest';
import { showResult } from '../../../server/show/index.ts';
import { errorOf, frameOf, node, resultOf } from './samples.ts';

const plain = { color: false, debug: false };

describe('values', () => {
  it('are named by their kind', () => {
    const tag = ($type: string, rest: object = {}): unknown => ({ $type, ...rest });
    const result = [
      tag('nan'),
      tag('infinity', { negative: true }),
      tag('number', { value: '-0' }),
      tag('bigint', { value: '12' }),
      tag('date', { value: '2020-01-01T00:00:00.000Z' }),
      tag('date', { value: null }),
      tag('regexp', { source: 'a+', flags: 'i' }),
      tag('map', { entries: [['a', 1]] }),
      tag('set', { values: [1, 2] }),
      tag('error', { name: 'TypeError', message: 'no' }),
      tag('symbol', { description: 'x' }),
      tag('bytes', { type: 'Uint8Array', base64: 'AAE=' }),
      tag('function', { name: 'Row', export: 'pattern' }),
      tag('function', { name: '' }),
      tag('cycle', { path: 'a.b' }),
      tag('opaque', { name: 'Promise' }),
      tag('proxy'),
      tag('cell'),
      tag('object', { entries: [['$type', 'mine']] }),
      tag('from the future'),
      null,
      true,
      {},
      [],
    ];
    expect(showResult(resultOf({ result }), plain)).toMatchInlineSnapshot(`
      "counter.tsx

      Result
        - NaN
        - -Infinity
        - -0
        - 12n
        - 2020-01-01T00:00:00.000Z
        - Invalid Date
        - /a+/i
        - Map(1) { "a" → 1 }
        - Set(2) { 1, 2 }
        - TypeError: no
        - Symbol(x)
        - Uint8Array(2 bytes)
        - pattern Row
        - function
        - (circular: a.b)
        - (Promise)
        - (proxy)
        - (cell)
        - { $type: "mine" }
        - (from the future)
        - null
        - true
        - {}
        - []

      ✓ completed · 13 ms · CPU 3 ms · 31 MB"
    `);
  });

  it('cannot move the cursor, change the terminal or break the drawing', () => {
    const hostile = '\u001b[2J\u0007\r\u009b31m\u202eevil';
    const shown = showResult(
      resultOf({
        file: hostile,
        export: hostile,
        result: { $NAME: hostile, $UI: node(hostile, {}, hostile), [hostile]: hostile },
        console: [{ level: 'log', text: hostile, file: hostile, line: 1, column: 1 }],
        waiting: [{ at: null, for: hostile }],
        error: errorOf({
          message: hostile,
          name: hostile,
          during: hostile,
          codeFrame: hostile,
          location: { file: hostile, line: 1, column: 1 },
          frames: [frameOf({ function: hostile, file: hostile }), frameOf()],
          help: { text: hostile },
        }),
      }),
      plain,
    );
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}/u);
    expect(shown).toContain('evil');
  });

  it('survives values that are no tagged JSON, deep and long ones too', () => {
    let deep: unknown = 'x'.repeat(100);
    for (let depth = 0; depth < 1_000; depth++) deep = { deep };
    const odd = [
      { $type: 'map' },
      { $type: 'object', entries: 'no' },
      { $type: 'bytes', base64: 3 },
      { $type: 7 },
      { type: 'vnode' },
      { type: 'vnode', name: 'div', children: 3, props: null },
    ];
    const long = Array.from({ length: 10_000 }, (_, index) => ({ index, text: 'x'.repeat(50) }));
    const shown = showResult(resultOf({ result: { deep, odd, long, $UI: odd } }), plain);
    expect(shown).toContain('… 9900 more');
    expect(shown.split('\n').length).toBeLessThan(300);
  });
});
