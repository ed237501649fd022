import { describe, expect, it } from 'vitest';
import type { SchemaObject } from '../../../server/protocol/index.ts';
import { factsOf } from './support.ts';

const head =
  'import { pattern, handler, lift, derive, computed, action, toSchema, wish, cell, Cell, Writable, NAME, type Default, type DeepDefault, type Stream, type ReadonlyCell, type PerUser, type Cfc } from "commonfabric";\n';

describe('facts of builder calls', () => {
  const number = { type: 'number' };

  it('take types from arguments or from annotated parameters', () => {
    const facts = factsOf(
      `${head}const h = handler<{ n: number }, { c: Cell<number> }>(() => {});
const g = handler((e: number, { c }: { c: Cell<number> }) => {});
const l = lift((n: number): number => n);
function named(n: number) { return n; }
const m = lift(named);
const d = derive<number, number>(1, (n) => n);
const s = toSchema<number>();
const w = wish<number>({ query: "#x" });
export default pattern<{ a: number }, { b: number }>(() => ({ [NAME]: computed(() => 1), act: action((e: number) => {}), c: new Writable<number>(1) }));`,
    );
    const c = {
      type: 'object',
      properties: { c: { type: 'number', asCell: ['cell'] } },
      required: ['c'],
    };
    expect(facts.map((fact) => ({ ...fact, position: undefined }))).toEqual([
      {
        builder: 'handler',
        name: 'h',
        argument: c,
        event: { type: 'object', properties: { n: number }, required: ['n'] },
      },
      { builder: 'handler', name: 'g', argument: c, event: number },
      { builder: 'lift', name: 'l', argument: number, result: number },
      { builder: 'lift', name: 'm', argument: number },
      { builder: 'derive', name: 'd', argument: number, result: number },
      { builder: 'toSchema', name: 's', result: number },
      { builder: 'wish', name: 'w', result: number },
      {
        builder: 'pattern',
        name: 'default',
        argument: { type: 'object', properties: { a: number }, required: ['a'] },
        result: { type: 'object', properties: { b: number }, required: ['b'] },
      },
      { builder: 'computed', name: 'NAME' },
      { builder: 'action', name: 'act', event: number },
      { builder: 'Writable', name: 'c', result: number },
    ]);
  });

  it('add the defaults of a destructured parameter where the type has none', () => {
    const [fact] = factsOf(
      `${head}const MAX = 3;
export default pattern<{ a: string; b: number | Default<1> }>(({ a = "x", b = 2, c = [1], d: e = MAX }: any) => ({}));`,
    );
    expect((fact?.argument as SchemaObject).properties).toEqual({
      a: { type: 'string', default: 'x' },
      b: { type: 'number', default: 1 },
      c: { default: [1] },
      d: { defaultFrom: { module: 'main.tsx', name: 'MAX' } },
    });
  });

  it('see which untyped parameters are used as cells', () => {
    const uses = factsOf(
      `${head}lift((c) => c.get()); lift(({ a, b: { c }, d: e }) => a.get() + e.set(1) + c.get());
lift((a) => a.push(1)); lift((a: number) => a.get()); lift(toSchema(), toSchema(), (a) => a.get());
derive(1, (a) => { const f = (a) => a.get(); return a; });`,
    ).filter(({ builder }) => builder !== 'toSchema');
    expect(uses.map(({ cellUse }) => cellUse)).toEqual([
      true,
      ['a', 'd'],
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stand where V8 reports the call', () => {
    const facts = factsOf(`${head}\n  const a = cell(1), b = Cell.of(1), c = new Cell(1);`);
    expect(facts.map(({ position }) => position)).toEqual([
      { line: 3, column: 13 },
      { line: 3, column: 31 },
      { line: 3, column: 42 },
    ]);
  });

  it('know builders behind aliases and namespaces, and nothing else', () => {
    const facts = factsOf(
      'import { pattern as p } from "commonfabric";\nimport * as api from "commontools";\n' +
        'const a = p(() => ({})); const b = api.recipe(() => ({}));\n' +
        'function f(pattern: any) { return pattern(() => 1); }\nconst c = ((p: any) => p(1))(f);',
    );
    expect(facts.map(({ builder }) => builder)).toEqual(['pattern', 'recipe']);
  });
});
