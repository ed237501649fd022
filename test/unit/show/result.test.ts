import { describe, expect, it } from 'vitest';
import { showJson, showResult } from '../../../server/show/index.ts';
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
        trace: {
          events: [{ type: 'load', at: 0, durationMs: 1, module: 'a.tsx' }],
          truncated: true,
        },
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

  it('is coloured only when that is wanted', () => {
    const result = resultOf({ result: { a: 1, b: 'x' }, error: errorOf(), success: false });
    expect(showResult(result, plain)).not.toContain('\u001b[');
    expect(showResult(result, { color: true, debug: false })).toContain('\u001b[');
  });

  it('is one JSON document on demand', () => {
    expect(JSON.parse(showJson(resultOf()))).toEqual(resultOf());
  });
});
