/** Shapes to schemas: resolves names, substitutes type parameters, reads defaults. */
import type { Schema, SchemaObject } from '../../protocol/index.ts';
import type { LocalModule } from '../local/module.ts';
import type { NameResolver } from '../link/names.ts';
import { builtinSchema } from './builtins.ts';
import { asObject, intersect, isObject, unite } from './combine.ts';
import { defaultOf } from './defaults.ts';
import type { Member, Shape, TupleItem, TypeDeclaration } from './shape.ts';

/** Where a shape was written: its module, and what the type parameters stand for there. */
export interface TypeScope {
  readonly module: LocalModule;
  readonly bound: ReadonlyMap<string, Bound>;
}

export interface Bound {
  readonly shape: Shape;
  readonly scope: TypeScope;
}

/** One conversion, with its recursion guard and its budget. */
export interface Conversion {
  readonly resolve: NameResolver;
  readonly schemaOf: (shape: Shape, scope: TypeScope) => Schema;
  /** The schema that a `$ref` of this conversion stands for. */
  readonly dereference: (schema: Schema) => Schema;
}

/** Types larger than this are cut off: beyond it anything is accepted. */
const MAX_SHAPES = 4000;
const MAX_DEPTH = 60;

interface Active {
  readonly name: string;
  referenced: boolean;
}

/** Converts one shape, definitions of recursive types included. */
export function toSchema(shape: Shape, module: LocalModule, resolve: NameResolver): Schema {
  const definitions: Record<string, Schema> = {};
  const active = new Map<string, Active>();
  let budget = MAX_SHAPES;
  let depth = 0;

  const declared = (
    name: string,
    args: readonly Shape[],
    scope: TypeScope,
    target: { readonly module: LocalModule; readonly declaration: TypeDeclaration },
  ): Schema => {
    const key = `${target.module.path}\n${name}\n${JSON.stringify(args)}`;
    const open = active.get(key);
    if (open) {
      open.referenced = true;
      return { $ref: `#/$defs/${open.name}` };
    }
    const entry: Active = { name: freeName(name, definitions, active), referenced: false };
    active.set(key, entry);
    const schema = schemaOf(target.declaration.shape, bind(target, args, scope));
    active.delete(key);
    if (!entry.referenced) return schema;
    definitions[entry.name] = schema;
    return { $ref: `#/$defs/${entry.name}` };
  };

  const named = (name: string, args: readonly Shape[], scope: TypeScope): Schema => {
    const bound = scope.bound.get(name);
    if (bound) return schemaOf(bound.shape, bound.scope);
    const target = resolve(scope.module, name);
    if (!target || target.kind === 'constant') return true;
    if (target.kind === 'declared') return declared(name, args, scope, target);
    return builtinSchema(conversion, target.name, args, scope);
  };

  const convert = (node: Shape, scope: TypeScope): Schema => {
    switch (node.kind) {
      case 'keyword':
        return keywordSchema(node.name);
      case 'literal':
        return { type: typeof node.value, enum: [node.value] };
      case 'array':
        return { type: 'array', items: schemaOf(node.item, scope) };
      case 'tuple':
        return tupleSchema(node.items, (item) => schemaOf(item, scope));
      case 'object':
        return objectSchema(node.members, node.index, (item) => schemaOf(item, scope));
      case 'union':
        return unionSchema(conversion, node.parts, scope);
      case 'intersection':
        return intersect(node.parts.map((part) => dereference(schemaOf(part, scope))));
      case 'name':
        return named(node.name, node.args, scope);
      case 'keyof':
        return {
          enum: Object.keys(asObject(dereference(schemaOf(node.of, scope))).properties ?? {}),
        };
      case 'member':
        return memberSchema(dereference(schemaOf(node.of, scope)), node.key);
      default:
        return true;
    }
  };

  const schemaOf = (node: Shape, scope: TypeScope): Schema => {
    if (budget-- <= 0 || depth > MAX_DEPTH) return true;
    depth += 1;
    const schema = convert(node, scope);
    depth -= 1;
    return schema;
  };

  const dereference = (schema: Schema): Schema => {
    if (!isObject(schema) || schema.$ref === undefined) return schema;
    return definitions[schema.$ref.slice('#/$defs/'.length)] ?? true;
  };

  const conversion: Conversion = { resolve, schemaOf, dereference };
  const schema = schemaOf(shape, { module, bound: new Map() });
  if (Object.keys(definitions).length === 0) return schema;
  return { ...asObject(schema), $defs: definitions };
}

function freeName(
  name: string,
  definitions: Readonly<Record<string, Schema>>,
  active: ReadonlyMap<string, Active>,
): string {
  const taken = new Set([...active.values()].map((entry) => entry.name));
  let free = name;
  for (let n = 2; Object.hasOwn(definitions, free) || taken.has(free); n += 1) free = `${name}${n}`;
  return free;
}

/** The scope of a declaration's body: its parameters bound to the arguments or their defaults. */
function bind(
  { module, declaration }: { module: LocalModule; declaration: TypeDeclaration },
  args: readonly Shape[],
  scope: TypeScope,
): TypeScope {
  const bound = new Map<string, Bound>();
  const inner: TypeScope = { module, bound };
  declaration.parameters.forEach(({ name, fallback }, index) => {
    const argument = args[index];
    if (argument) bound.set(name, { shape: argument, scope });
    else if (fallback) bound.set(name, { shape: fallback, scope: inner });
    else bound.set(name, { shape: { kind: 'keyword', name: 'any' }, scope: inner });
  });
  return inner;
}

function keywordSchema(name: string): Schema {
  if (name === 'any' || name === 'unknown' || name === 'symbol') return true;
  if (name === 'never') return false;
  if (name === 'undefined' || name === 'void') return { optional: true };
  return { type: name === 'bigint' ? 'integer' : name };
}

function tupleSchema(items: readonly TupleItem[], of: (shape: Shape) => Schema): Schema {
  const fixed = items.filter(({ rest }) => !rest).map(({ shape }) => of(shape));
  const rest = items.find((item) => item.rest);
  const restSchema = rest && asObject(of(rest.shape)).items;
  return {
    type: 'array',
    prefixItems: fixed,
    ...(restSchema === undefined ? {} : { items: restSchema }),
  };
}

function objectSchema(
  members: readonly Member[],
  index: Shape | undefined,
  of: (shape: Shape) => Schema,
): Schema {
  const properties: [string, Schema][] = [];
  const required: string[] = [];
  for (const { name, optional, shape } of members) {
    if (shape.kind === 'function') {
      const returned = of(shape.returns);
      if (isObject(returned) && returned.asCell) properties.push([name, returned]);
      continue;
    }
    const schema = of(shape);
    if (!optional) required.push(name);
    properties.push([name, optional ? { ...asObject(schema), optional: true } : schema]);
  }
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(index ? { additionalProperties: of(index) } : {}),
  };
}

/** `T | undefined` is optional, `T | Default<V>` carries the default. */
function unionSchema(conversion: Conversion, parts: readonly Shape[], scope: TypeScope): Schema {
  const schemas: Schema[] = [];
  let extra: Partial<SchemaObject> = {};
  for (const part of parts) {
    const fallback = defaultOf(conversion, part, scope);
    if (fallback) {
      extra = { ...extra, ...fallback };
      continue;
    }
    const schema = conversion.schemaOf(part, scope);
    if (isObject(schema) && schema.optional && Object.keys(schema).length === 1) {
      extra = { ...extra, optional: true };
    } else schemas.push(schema);
  }
  const united = unite(schemas);
  if (Object.keys(extra).length === 0) return united;
  return { ...(schemas.length === 0 ? {} : asObject(united)), ...extra };
}

function memberSchema(of: Schema, key: Shape): Schema {
  if (!isObject(of)) return true;
  if (key.kind === 'keyword' && key.name === 'number') return of.items ?? true;
  if (key.kind !== 'literal') return true;
  return of.properties?.[String(key.value)] ?? true;
}
