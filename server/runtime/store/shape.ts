/**
 * What a schema says, in the form the store needs: how a place is held (cell, stream or value),
 * what its default is, and the same for the places below it.
 */
import type { CellKind, ConstantReference, Schema, SchemaObject } from '../../protocol/schema.ts';
import type { Key } from './nodes.ts';
import type { Scope } from './space.ts';

export interface Shape {
  /** Outermost first; empty for a plain value. */
  readonly kinds: readonly CellKind[];
  readonly optional: boolean;
  /** Whom the state of the place is kept for. */
  readonly scope: Scope;
  /** Names that the schema declares. */
  readonly declared: readonly string[];
  /** Declared names whose absence a default fills. */
  readonly defaulted: readonly string[];
  readonly hasDefault: boolean;
  /** The default as stored data; undefined without one. */
  readonly defaultValue: () => unknown;
  /** The default as far as it is known without making anything: for a look that must not. */
  readonly knownDefault: () => unknown;
  readonly child: (key: Key) => Shape | undefined;
  /** The same if it was asked for before. */
  readonly knownChild: (key: Key) => Shape | undefined;
  /** The same place with the outermost kind taken off. */
  readonly inner: () => Shape;
}

export interface ShapeReader {
  /** The shape of a schema; undefined where it says nothing. */
  readonly of: (schema: unknown) => Shape | undefined;
}

interface ShapePowers {
  readonly constant: (reference: ConstantReference) => unknown;
  /** Turns a default into stored data. */
  readonly store: (value: unknown) => unknown;
}

const NONE: readonly never[] = Object.freeze([]);

function isObject(schema: unknown): schema is SchemaObject {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema);
}

function kindsOf(schema: SchemaObject): readonly CellKind[] {
  const { asCell, asStream } = schema as { asCell?: unknown; asStream?: unknown };
  if (asStream === true) return ['stream'];
  if (asCell === true) return ['cell'];
  if (!Array.isArray(asCell)) return NONE;
  return asCell.map((entry: unknown) =>
    isObject(entry) ? (entry as { kind: CellKind }).kind : (entry as CellKind),
  );
}

function admitsUndefined(schema: SchemaObject): boolean {
  const { type, optional } = schema;
  return (
    optional === true || type === 'undefined' || (Array.isArray(type) && type.includes('undefined'))
  );
}

/** Makes the reader of one run. Shapes are made lazily, so recursive schemas are fine. */
export function makeShapeReader(powers: ShapePowers): ShapeReader {
  const roots = new WeakMap<object, Shape>();

  const shapeFor = (schema: Schema | undefined, root: SchemaObject): Shape | undefined =>
    isObject(schema) ? build(schema, root) : undefined;

  /** The schema itself and, through references and unions, all that it stands for. */
  const candidates = (schema: SchemaObject, root: SchemaObject): SchemaObject[] => {
    const found: SchemaObject[] = [];
    const visit = (each: unknown): void => {
      if (!isObject(each) || found.includes(each) || found.length > 64) return;
      found.push(each);
      const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(each.$ref ?? '')?.[1];
      if (name !== undefined) visit(root.$defs?.[name]);
      for (const member of Array.isArray(each.anyOf) ? each.anyOf : NONE) visit(member);
    };
    visit(schema);
    return found;
  };

  const childSchema = (all: readonly SchemaObject[], key: Key): Schema | undefined => {
    const index = typeof key === 'number' ? key : /^\d+$/.test(key) ? Number(key) : undefined;
    for (const schema of all) {
      const { properties, prefixItems, items, additionalProperties } = schema;
      if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key];
      if (index !== undefined && prefixItems?.[index] !== undefined) return prefixItems[index];
      if (index !== undefined && items !== undefined) return items;
      if (isObject(additionalProperties)) return additionalProperties;
    }
    return undefined;
  };

  const makeDefault = (
    all: readonly SchemaObject[],
  ): { has: boolean; value: () => unknown; known: () => unknown } => {
    const from = all.find((schema) => schema.defaultFrom !== undefined)?.defaultFrom;
    const plain = all.find((schema) => schema.default !== undefined);
    let stored: { readonly value: unknown } | undefined;
    const value = (): unknown => {
      stored ??= {
        value: powers.store(from === undefined ? plain?.default : powers.constant(from)),
      };
      return stored.value;
    };
    const literal = typeof plain?.default === 'object' ? undefined : plain?.default;
    const known = (): unknown => (stored ? stored.value : literal);
    return { has: from !== undefined || plain !== undefined, value, known };
  };

  const build = (schema: SchemaObject, root: SchemaObject): Shape => {
    const known = roots.get(schema);
    if (known !== undefined) return known;
    const shape = assemble(schema, root);
    roots.set(schema, shape);
    return shape;
  };

  const assemble = (schema: SchemaObject, root: SchemaObject): Shape => {
    const all = candidates(schema, root);
    const kinds = all.map(kindsOf).find((each) => each.length > 0) ?? NONE;
    const { has, value, known } = makeDefault(all);
    const declared = [...new Set(all.flatMap((each) => Object.keys(each.properties ?? {})))];
    const children = new Map<Key, Shape | undefined>();
    const child = (key: Key): Shape | undefined => {
      if (!children.has(key)) children.set(key, shapeFor(childSchema(all, key), root));
      return children.get(key);
    };
    let defaulted: readonly string[] | undefined;
    const make = (own: readonly CellKind[]): Shape => {
      const self: Shape = Object.freeze({
        kinds: own,
        optional: all.some(admitsUndefined),
        scope: all.find((each) => each.scope !== undefined)?.scope,
        declared,
        get defaulted() {
          return (defaulted ??= declared.filter((name) => child(name)?.hasDefault === true));
        },
        hasDefault: has,
        defaultValue: value,
        knownDefault: known,
        child,
        knownChild: (key: Key) => children.get(key),
        inner: () => (own.length === 0 ? self : make(own.slice(1))),
      });
      return self;
    };
    return make(kinds);
  };

  return Object.freeze({
    of: (schema: unknown) => (isObject(schema) ? build(schema, schema) : undefined),
  });
}
