/** Operations on schemas that type operators stand for. */
import type { CellKind, Schema, SchemaObject } from '../../protocol/index.ts';

export const isObject = (schema: Schema): schema is SchemaObject => typeof schema === 'object';

/** The schema as an object, so that something can be added to it. */
export const asObject = (schema: Schema): SchemaObject => (isObject(schema) ? schema : {});

/** A copy that does not say `key`. */
export function without(schema: SchemaObject, key: keyof SchemaObject): SchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== key));
}

/** Marks a schema as a cell of `kind`, outside the cells that it already is. */
export function wrapCell(schema: Schema, kind: CellKind): SchemaObject {
  const inner = asObject(schema);
  return { ...inner, asCell: [kind, ...(inner.asCell ?? [])] };
}

/** Every property optional, or none. */
export function withOptionality(schema: Schema, optional: boolean): Schema {
  if (!isObject(schema) || !schema.properties) return schema;
  const names = Object.keys(schema.properties);
  const properties = mapProperties(schema.properties, (property) => {
    const rest = without(asObject(property), 'optional');
    return optional ? { ...rest, optional: true } : rest;
  });
  const rest = without(schema, 'required');
  return optional ? { ...rest, properties } : { ...rest, properties, required: names };
}

/** The properties whose names pass. */
export function filterProperties(schema: Schema, keep: (name: string) => boolean): Schema {
  if (!isObject(schema) || !schema.properties) return schema;
  const entries = Object.entries(schema.properties).filter(([name]) => keep(name));
  const required = schema.required?.filter(keep);
  return {
    ...schema,
    properties: Object.fromEntries(entries),
    ...(required ? { required } : {}),
  };
}

function mapProperties(
  properties: Readonly<Record<string, Schema>>,
  change: (schema: Schema) => Schema,
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, change(v)]));
}

/** `A & B`: the members of both, the first one's where both have a name. */
export function intersect(parts: readonly Schema[]): Schema {
  const objects = parts.filter(isObject);
  if (objects.length === 0) return parts[0] ?? true;
  const plain = objects.find(({ type }) => type !== undefined && type !== 'object');
  if (plain) return plain;
  const merged = objects.reduceRight<SchemaObject>((later, first) => {
    const properties = { ...later.properties, ...first.properties };
    const overridden = new Set(Object.keys(first.properties ?? {}));
    const required = [
      ...(first.required ?? []),
      ...(later.required ?? []).filter((name) => !overridden.has(name)),
    ];
    return { ...later, ...first, properties, required };
  }, {});
  return merged;
}

const primitiveTypes: ReadonlySet<string> = new Set([
  'string',
  'number',
  'integer',
  'boolean',
  'null',
]);

function isLiteralOnly(schema: Schema): schema is SchemaObject & { enum: readonly unknown[] } {
  return isObject(schema) && schema.enum !== undefined;
}

function isPrimitiveOnly(schema: Schema): schema is SchemaObject & { type: string } {
  return (
    isObject(schema) &&
    typeof schema.type === 'string' &&
    primitiveTypes.has(schema.type) &&
    Object.keys(schema).length === 1
  );
}

/** The alternatives of a union without duplicates, in the shortest form. */
export function unite(parts: readonly Schema[]): Schema {
  if (parts.some((part) => part === true)) return true;
  const distinct = [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()].filter(
    (part) => part !== false,
  );
  const [only] = distinct;
  if (only === undefined) return false;
  if (distinct.length === 1) return only;
  const cell = distinct.find((part) => isObject(part) && part.asCell);
  if (cell && distinct.every((part) => part === cell || isNull(part))) return cell;
  if (distinct.every(isLiteralOnly)) return uniteLiterals(distinct);
  if (distinct.every(isPrimitiveOnly)) return { type: distinct.map(({ type }) => type) };
  return { anyOf: distinct };
}

const isNull = (schema: Schema): boolean => isObject(schema) && schema.type === 'null';

function uniteLiterals(parts: readonly (SchemaObject & { enum: readonly unknown[] })[]): Schema {
  const values = parts.flatMap((part) => part.enum);
  const booleans = values.every((value) => typeof value === 'boolean');
  return booleans && values.length === 2 ? { type: 'boolean' } : { enum: values };
}
