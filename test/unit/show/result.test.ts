import { describe, expect, it } from 'vitest';
import { showDiagnostics, showJson, showLayers, showResult } from '../../../server/show/index.ts';
import { errorOf, frameOf, node, resultOf } from './samples.ts';

const plain = { color: false, debug: false };
const stream = (path: string): unknown => ({ $type: 'stream', path });

describe('a result', () => {
  it('is drawn calmly', () => {
    const shown = showResult(
      resultOf({
        result: {
          $NAME: 'Counter: 0',
          $UI: node(
            'div',
            {},
            node('cf-button', {}, '-'),
            node('span', {}, 0, ' is even'),
            node('cf-button', {}, '+'),
          ),
          value: 0,
          title: 'Groceries',
          increment: stream('increment'),
          items: [
            { title: 'Read the rules', done: true },
            { title: 'Write a pattern', done: false, notes: 'one that shows how things are drawn' },
          ],
          'odd key': { $type: 'undefined' },
        },
        console: [
          { level: 'log', text: 'loading', file: 'counter.tsx', line: 3, column: 1 },
          { level: 'warn', text: 'two\nlines', file: null, line: null, column: null },
        ],
        waiting: [{ at: { file: 'counter.tsx', line: 9, column: 5 }, for: 'items.0.title' }],
      }),
      plain,
    );
    expect(shown).toMatchInlineSnapshot(`
      "Counter: 0
      counter.tsx

      View
        │ [-] 0 is even [+]

      Result
        value      0
        title      "Groceries"
        increment  (stream)
        items
          - { title: "Read the rules", done: true }
          - title: "Write a pattern"
            done: false
            notes: "one that shows how things are drawn"
        "odd key"  undefined

      Console
        loading  counter.tsx:3:1
        two
        lines

      Waiting
        for items.0.title  counter.tsx:9:5

      ✓ completed · 13 ms · CPU 3 ms · 31 MB"
    `);
  });

  it('that failed says what, where and what to do', () => {
    const shown = showResult(
      resultOf({
        success: false,
        outcome: 'failed',
        error: errorOf({
          name: 'RangeError',
          during: 'computed total',
          location: { file: 'prices.ts', line: 19, column: 11, endLine: 19, endColumn: 14 },
          codeFrame: '  18 | {\n> 19 |     throw new RangeError(name);\n     |           ^^^',
          frames: [
            frameOf(),
            frameOf({ function: 'walk', line: 3, repeated: 40 }),
            frameOf({ function: 'computed callback', file: 'main.tsx', async: true }),
            frameOf({ function: 'other', mapped: false }),
          ],
          hiddenFrames: 20,
          help: { text: 'Give it a price.' },
          cause: errorOf({ message: 'no prices' }),
        }),
        errors: [errorOf({ type: 'PermissionError', name: 'PermissionError', code: 'PB1401' })],
        diagnostics: [
          {
            code: 'PB1117',
            severity: 'warning',
            message: '`fetch` does not exist.',
            file: 'main.tsx',
            range: { start: { line: 1, column: 2 }, end: { line: 1, column: 7 } },
            help: { text: 'Ask for data.' },
          },
        ],
      }),
      plain,
    );
    expect(shown).toMatchInlineSnapshot(`
      "counter.tsx

      RuntimeError RangeError PB1201
        Milk has no price
        during computed total

        prices.ts:19:11
          18 | {
        > 19 |     throw new RangeError(name);
             |           ^^^

        at unitPrice prices.ts:19:11
        at walk prices.ts:3:11 (× 40)
        at computed callback main.tsx:19:11 (async)
        at other prices.ts:19:11 (compiled code)
        20 frames of the runtime hidden (--debug shows them)

        → Give it a price.

        Caused by PB1201
          no prices

      PermissionError PB1401
        Milk has no price

      main.tsx:1:2 warning \`fetch\` does not exist. PB1117
        → Ask for data.

      ✗ failed · 13 ms · CPU 3 ms · 31 MB"
    `);
  });

  it('shows every frame and its kind when debugging', () => {
    const error = errorOf({
      frames: [
        frameOf(),
        frameOf({ function: 'pull', file: 'guest.js', kind: 'runtime', mapped: false }),
      ],
    });
    const shown = showResult(
      resultOf({
        success: false,
        outcome: 'failed',
        error,
        trace: { events: [1], truncated: true },
      }),
      { color: false, debug: true },
    );
    expect(shown).toMatchInlineSnapshot(`
      "counter.tsx

      RuntimeError PB1201
        Milk has no price

        at unitPrice prices.ts:19:11
        at pull guest.js:19:11 (runtime)

      Trace: 1 event, the rest was cut (--json prints them)

      ✗ failed · 13 ms · CPU 3 ms · 31 MB"
    `);
  });

  it('names every kind of value', () => {
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
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
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

  it('is coloured only when that is wanted', () => {
    const result = resultOf({ result: { a: 1, b: 'x' }, error: errorOf(), success: false });
    expect(showResult(result, plain)).not.toContain('\u001b[');
    expect(showResult(result, { color: true, debug: false })).toContain('\u001b[');
  });

  it('is one JSON document on demand', () => {
    expect(JSON.parse(showJson(resultOf()))).toEqual(resultOf());
  });
});

describe('findings', () => {
  const finding = (severity: 'error' | 'warning') => ({
    code: 'PB1103',
    severity,
    message: '`let n` would keep state.',
    file: 'main.tsx',
    range: { start: { line: 9, column: 1 }, end: { line: 9, column: 8 } },
    help: { text: 'Use a cell.' },
  });

  it('are listed and counted', () => {
    const shown = showDiagnostics([finding('error'), finding('warning'), finding('warning')], {
      color: false,
      files: 3,
    });
    expect(shown).toMatchInlineSnapshot(`
      "main.tsx:9:1 error \`let n\` would keep state. PB1103
        → Use a cell.
      main.tsx:9:1 warning \`let n\` would keep state. PB1103
        → Use a cell.
      main.tsx:9:1 warning \`let n\` would keep state. PB1103
        → Use a cell.

      ✗ 1 error, 2 warnings · 3 files checked"
    `);
    expect(showDiagnostics([], { color: false, files: 1 })).toMatchInlineSnapshot(
      `"✓ 0 errors, 0 warnings · 1 file checked"`,
    );
  });
});

describe('layers', () => {
  it('say what is on, what is off and what must not be', () => {
    const shown = showLayers(
      [
        { name: 'lockdown', active: true, required: true, text: 'Locked down.' },
        { name: 'network', active: false, required: false, text: 'Not on this machine.' },
        { name: 'realm', active: false, required: true, text: 'Nothing can run.' },
      ],
      { color: false },
    );
    expect(shown).toMatchInlineSnapshot(`
      "✓ lockdown  Locked down.
      – network   Not on this machine.
      ✗ realm     Nothing can run."
    `);
  });
});
