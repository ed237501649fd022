import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../server/compile/index.ts';
import { createExplainer } from '../../../server/explain/index.ts';
import type { Diagnostic } from '../../../server/protocol/index.ts';
import type { RawFrame } from '../../../server/protocol/wire.ts';
import { verifyGraph } from '../../../server/verify/index.ts';
import { mutated, often } from './support.ts';

const examples = path.resolve(import.meta.dirname, '../../../examples');
const sources = readdirSync(examples)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(path.join(examples, name), 'utf8'));
const pieces = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '/>',
    '=>',
    '`',
    '${',
    "'",
    '"',
    '/*',
    '*/',
    '//',
    '\\',
  ],
  ...[
    'await ',
    'async ',
    'yield ',
    'export default ',
    'export * from "./a";',
    'import ',
    'eval(',
    'import(',
  ],
  ...[
    'let ',
    'class A {',
    'enum E { A }',
    '@d ',
    '#p',
    '?.',
    '!',
    ' as any',
    'satisfies ',
    '...',
    '\u2028',
    '\0',
  ],
  ...[
    '<!--',
    '-->',
    '$pb',
    '$s',
    'exports',
    'require("x")',
    '\ud800',
    '\r',
    '0n',
    '/a/g',
    'throw ',
    'label: ',
  ],
];
/** These say that the fault is ours. */
const ours = new Set(['PB1017', 'PB1101', 'PB1102', 'PB1122', 'PB1503']);

const entry = '/program/main.tsx';
const compile = (text: string) =>
  createCompiler({
    files: {
      read: (file) => (file === entry ? text : undefined),
      exists: (file) => file === entry,
    },
  }).compile({ entry, root: '/program' });

function expectInRange({ range, file, code }: Diagnostic, text: string): void {
  expect(file).toBe('main.tsx');
  expect(ours.has(code) ? `${code}: ${text}` : null).toBeNull();
  const lines = text.split(/\r\n|\r|\n/u);
  for (const { line, column } of [range.start, range.end]) {
    expect(line).toBeGreaterThan(0);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThan(0);
    // A byte order mark counts.
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
  }
}

describe('the compiler and the verifier with spoiled sources', () => {
  it('say what is wrong, at places that exist', { timeout: 3_600_000 }, async () => {
    const text = fc.constantFrom(...sources).chain((source) => mutated(source, pieces));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const { diagnostics, graph } = compile(source);
        const all = graph ? [...diagnostics, ...(await verifyGraph(graph))] : diagnostics;
        for (const diagnostic of all) expectInRange(diagnostic, source);
        if (graph === null) expect(all.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      often(0.5),
    );
  });
});

describe('the explainer with forged frames', () => {
  it('points into the source or nowhere', { timeout: 3_600_000 }, async () => {
    const [source = ''] = sources;
    const { graph } = compile(source);
    if (graph === null) throw new Error('The example does not compile.');
    const explainer = await createExplainer(graph, { debug: true });
    const url = graph.records[0]?.sourceURL ?? '';
    const number = fc.option(fc.oneof(fc.integer(), fc.integer({ min: 1, max: 80 }), fc.double()));
    const frame: fc.Arbitrary<RawFrame> = fc.record({
      functionName: fc.option(fc.string()),
      url: fc.option(fc.oneof(fc.constant(url), fc.webUrl(), fc.string())),
      line: number,
      column: number,
      async: fc.boolean(),
      constructor: fc.boolean(),
      native: fc.boolean(),
    });
    const lines = source.split('\n').length;
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 6 }),
        fc.string(),
        fc.integer(),
        (frames, message, site) => {
          const error = explainer.failure({
            phase: 'load',
            thrown: {
              kind: 'error',
              name: 'TypeError',
              message,
              code: null,
              frames,
              cause: null,
              errors: [],
              refusal: null,
            },
            origin: { module: 'main.tsx', fact: site },
            stream: null,
            site: { module: 'main.tsx', site },
          });
          const at = error.location;
          if (at) expect(at.line >= 1 && at.line <= lines && at.file === 'main.tsx').toBe(true);
        },
      ),
      often(),
    );
    explainer.dispose();
  });
});
