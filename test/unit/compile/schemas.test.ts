import { describe, expect, it } from 'vitest';
import type { Schema, SchemaObject } from '../../../server/protocol/index.ts';
import { factsOf } from './support.ts';

const head =
  'import { pattern, handler, lift, derive, computed, action, toSchema, wish, cell, Cell, Writable, NAME, type Default, type DeepDefault, type Stream, type ReadonlyCell, type PerUser, type Cfc } from "commonfabric";\n';

function propertyOf(type: string, declarations = ''): Schema | undefined {
  const [fact] = factsOf(
    `${head}${declarations}\nexport default pattern<{ x: ${type} }>(() => ({}));`,
  );
  return (fact?.argument as SchemaObject).properties?.['x'];
}

const from = (name: string): object => ({ defaultFrom: { module: 'main.tsx', name } });

const table: Readonly<Record<string, unknown>> = {
  string: { type: 'string' },
  'boolean | undefined': { type: 'boolean', optional: true },
  'string | null': { type: ['string', 'null'] },
  '"a" | "b"': { enum: ['a', 'b'] },
  'true | false': { type: 'boolean' },
  'string[]': { type: 'array', items: { type: 'string' } },
  'readonly number[]': { type: 'array', items: { type: 'number' } },
  'Array<-1>': { type: 'array', items: { type: 'number', enum: [-1] } },
  '[string, number?, ...boolean[]]': {
    type: 'array',
    prefixItems: [{ type: 'string' }, { type: 'number' }],
    items: { type: 'boolean' },
  },
  any: true,
  never: false,
  'Record<string, number>': { type: 'object', additionalProperties: { type: 'number' } },
  '{ [key: string]: number }': {
    type: 'object',
    properties: {},
    additionalProperties: { type: 'number' },
  },
  'Default<string, "a">': { type: 'string', default: 'a' },
  'string | Default<"a">': { type: 'string', default: 'a' },
  'number | Default<-1.5>': { type: 'number', default: -1.5 },
  'boolean | Default<false>': { type: 'boolean', default: false },
  'string | null | Default<null>': { type: ['string', 'null'], default: null },
  'Default<0>': { type: 'number', default: 0 },
  'Default<string[], []>': { type: 'array', items: { type: 'string' }, default: [] },
  'string[] | Default<["a", "b"]>': {
    type: 'array',
    items: { type: 'string' },
    default: ['a', 'b'],
  },
  'Record<string, number> | Default<Record<string, never>>': {
    type: 'object',
    additionalProperties: { type: 'number' },
    default: {},
  },
  'Default<{ a: number; b: { c: string[] } }, { a: 1; b: { c: ["x"] } }>': {
    type: 'object',
    properties: {
      a: { type: 'number' },
      b: {
        type: 'object',
        properties: { c: { type: 'array', items: { type: 'string' } } },
        required: ['c'],
      },
    },
    required: ['a', 'b'],
    default: { a: 1, b: { c: ['x'] } },
  },
  'number | Default<typeof LIMIT>': { type: 'number', ...from('LIMIT') },
  'Default<number, typeof LIMIT>': { type: 'number', ...from('LIMIT') },
  'number | Zero': { type: 'number', default: 0 },
  Named: { type: 'string', default: 'n' },
  'Writable<number | Default<3>>': { type: 'number', default: 3, asCell: ['cell'] },
  'Cell<number> | undefined': { type: 'number', asCell: ['cell'], optional: true },
  'Default<Cell<number>, 4>': { type: 'number', asCell: ['cell'], default: 4 },
  'Stream<void>': { optional: true, asCell: ['stream'] },
  'Stream<Cell<number>>': { type: 'number', asCell: ['stream', 'cell'] },
  'Cell<any>': { asCell: ['cell'] },
  'ReadonlyCell<string>': { type: 'string', asCell: ['readonly'] },
  'PerUser<string>': { type: 'string', scope: 'user' },
  'Cfc<string, { a: 1 }>': { type: 'string' },
  'Partial<{ a: string }>': {
    type: 'object',
    properties: { a: { type: 'string', optional: true } },
  },
  'Required<{ a?: string }>': {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
  },
  'Pick<Item, "title">': {
    type: 'object',
    properties: { title: { type: 'string' } },
    required: ['title'],
  },
  'Omit<Item, "title">': {
    type: 'object',
    properties: { done: { type: 'boolean', default: false } },
    required: ['done'],
  },
  'Readonly<Item>["title"]': { type: 'string' },
  'Item[]': {
    type: 'array',
    items: {
      type: 'object',
      properties: { title: { type: 'string' }, done: { type: 'boolean', default: false } },
      required: ['title', 'done'],
    },
  },
  Extended: {
    type: 'object',
    properties: {
      extra: { type: 'number' },
      title: { type: 'string' },
      done: { type: 'boolean', default: false },
    },
    required: ['extra', 'title', 'done'],
  },
  '{ a: string } & { b?: number }': {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'number', optional: true } },
    required: ['a'],
  },
  'string & { __brand: true }': { type: 'string' },
  'Box<number>': {
    type: 'object',
    properties: { value: { type: 'number' }, list: { type: 'array', items: { type: 'string' } } },
    required: ['value', 'list'],
  },
  Color: { enum: [0, 'g', 5] },
  Date: { type: 'object' },
  'Map<string, number>': true,
  'keyof Item': { enum: ['title', 'done'] },
  '{ go: () => void; n: number }': {
    type: 'object',
    properties: { n: { type: 'number' } },
    required: ['n'],
  },
  Missing: true,
};

const declarations = `
const LIMIT = 9;
type Zero = Default<0>;
type Named = Default<string, "n">;
interface Item { title: string; done: boolean | Default<false> }
interface Extended extends Item { extra: number }
interface Box<T, U = string> { value: T; list: U[] }
enum Color { Red, Green = "g", Blue = 5 }
`;

describe('schemas of type nodes', () => {
  for (const [type, schema] of Object.entries(table)) {
    it(`reads ${type}`, () => {
      expect(propertyOf(type, declarations)).toEqual(schema);
    });
  }

  it('reads recursive types', () => {
    expect(
      propertyOf('Tree', 'interface Tree { name: string; children: Tree[] | Default<[]> }'),
    ).toEqual({
      $ref: '#/$defs/Tree',
    });
    const [fact] = factsOf(
      `${head}interface Tree { children: Tree[] | Default<[]> }\nexport default pattern<Tree>(() => ({}));`,
    );
    expect(fact?.argument).toEqual({
      $ref: '#/$defs/Tree',
      $defs: {
        Tree: {
          type: 'object',
          properties: {
            children: { type: 'array', items: { $ref: '#/$defs/Tree' }, default: [] },
          },
          required: ['children'],
        },
      },
    });
  });

  it('cuts off types that never end', () => {
    const grow = 'type Grow<T> = { next: Grow<T[]> };\ntype Loop = Loop | Loop[];';
    expect(propertyOf('Grow<string>', grow)).toBeDefined();
    expect(propertyOf('Loop', grow)).toBeDefined();
  });

  it('follows names through imports, barrels and namespaces', () => {
    const [fact] = factsOf({
      'main.tsx':
        `${head}import { A as B } from "./barrel";\nimport type * as ns from "./types.ts";\n` +
        'export default pattern<{ b: B; c: ns.C; d: import("./types.ts").C }>(() => ({}));',
      'barrel.ts': 'export * from "./types.ts";\nexport { A } from "./types.ts";',
      'types.ts':
        'import type { Default } from "commonfabric";\nexport interface A { n: number | Default<2> }\nexport type C = A[];',
    });
    const a = {
      type: 'object',
      properties: { n: { type: 'number', default: 2 } },
      required: ['n'],
    };
    expect((fact?.argument as SchemaObject).properties).toEqual({
      b: a,
      c: { type: 'array', items: a },
      d: true,
    });
  });
});
