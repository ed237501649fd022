import { describe, expect, it } from 'vitest';
import { graphOf, runGraph } from './support.ts';

function run(files: Readonly<Record<string, string>>, entry = 'main.ts'): Record<string, unknown> {
  return { ...runGraph(graphOf(files, entry)).exports };
}

describe('linked modules', () => {
  it('keep bindings live', () => {
    const { exports } = runGraph(
      graphOf(
        {
          'main.ts':
            'export { n, bump } from "./n.ts";\nimport { n } from "./n.ts";\nexport const read = () => n;',
          'n.ts': 'export let n = 1;\nexport function bump() { n += 1; }',
        },
        'main.ts',
      ),
    );
    (exports['bump'] as () => void)();
    expect(exports['n']).toBe(2);
    expect((exports['read'] as () => unknown)()).toBe(2);
  });

  it('work in cycles, also through stars', () => {
    const result = run({
      'main.ts': 'export * from "./a.ts";\nexport * from "./b.ts";',
      'a.ts': 'import { b } from "./main.ts";\nexport const a = () => b + 1;\nexport default 1;',
      'b.ts': 'import { a } from "./main.ts";\nexport const b = 1;\nexport const both = () => a();',
    });
    expect((result['both'] as () => unknown)()).toBe(2);
    expect(Object.keys(result)).not.toContain('default');
  });

  it('hoist functions for cycles', () => {
    const result = run({
      'main.ts':
        'import { b } from "./b.ts";\nexport function a() { return 1; }\nexport const x = b;',
      'b.ts': 'import { a } from "./main.ts";\nexport const b = a() + 1;',
    });
    expect(result['x']).toBe(2);
  });

  it('export a default before its declaration', () => {
    expect(run({ 'main.ts': 'export default x;\nconst x = 7;' })['default']).toBe(7);
  });

  it('export every other kind of default', () => {
    expect(run({ 'main.ts': 'export default { a: 1 };' })['default']).toEqual({ a: 1 });
    expect(
      (
        run({ 'main.ts': 'export default function () { return 2; }' })['default'] as () => unknown
      )(),
    ).toBe(2);
    expect(typeof run({ 'main.ts': 'export default class {}' })['default']).toBe('function');
    expect((run({ 'main.ts': 'export default () => 3;' })['default'] as () => unknown)()).toBe(3);
    expect(run({ 'main.ts': 'const a = 1;\nexport { a as default, a as b };' })).toEqual({
      default: 1,
      b: 1,
    });
  });

  it('import namespaces, defaults, JSON and siblings with and without extension', () => {
    const result = run({
      'main.ts': [
        'import d, { a as first } from "./lib/a";',
        'import * as ns from "./lib/index.ts";',
        'import { a } from "./lib";',
        'import again from "./lib/a.js";',
        'import data from "./data.json";',
        'import "./effect";',
        'export const all = [d, first, ns.a, a, again, data.x, data["<!--"]];',
      ].join('\n'),
      'lib/a.ts': 'export default "d";\nexport const a = "a";',
      'lib/index.ts': 'export { a } from "./a";',
      'effect.tsx': '',
      'data.json': '\ufeff{ "x": 1, "<!--": "import(" }',
    });
    expect(result['all']).toEqual(['d', 'a', 'a', 'a', 'd', 1, 'import(']);
  });

  it('call imported functions without a receiver', () => {
    const result = run({
      'main.ts':
        'import { self } from "./self.ts";\nexport const x = self();\nexport const y = self`a`;',
      'self.ts': 'export function self(this: unknown) { return this === undefined; }',
    });
    expect([result['x'], result['y']]).toEqual([true, true]);
  });

  it('leave modules out that only types need', () => {
    const { records } = graphOf(
      {
        'main.ts': 'import { T } from "./t.ts";\nexport const x: T = 1;',
        't.ts': 'export type T = number;',
      },
      'main.ts',
    );
    expect(records.map(({ path }) => path)).toEqual(['main.ts']);
  });

  it('bring a module in whose constant is a default', () => {
    const graph = graphOf({
      'main.tsx':
        'import { pattern, type Default } from "commonfabric";\nimport type { Row } from "./barrel.ts";\n' +
        'export default pattern<{ row: Row }>(() => ({}));',
      'barrel.ts': 'export * from "./row.ts";',
      'row.ts':
        'import type { Default } from "commonfabric";\nimport { START } from "./start.ts";\n' +
        'export interface Row { n: number | Default<typeof START> }',
      'start.ts': 'export const START = 3;',
    });
    expect(graph.records.map(({ path }) => path)).toEqual(['main.tsx', 'start.ts']);
    expect(JSON.stringify(graph.records[0]?.facts)).toContain(
      '"defaultFrom":{"module":"start.ts","name":"START"}',
    );
  });
});
