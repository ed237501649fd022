/** Types of the language and of the authoring API. */
import type { CellKind, Schema, SchemaObject } from '../../protocol/index.ts';
import {
  asObject,
  filterProperties,
  isObject,
  withOptionality,
  without,
  wrapCell,
} from './combine.ts';
import { defaultValue } from './defaults.ts';
import type { Conversion, TypeScope } from './schema.ts';
import type { Shape } from './shape.ts';
import { anyShape } from './shape.ts';

const cellKinds: Readonly<Record<string, CellKind | undefined>> = {
  Cell: 'cell',
  Writable: 'cell',
  Stream: 'stream',
  OpaqueCell: 'opaque',
  ReadonlyCell: 'readonly',
  WriteonlyCell: 'writeonly',
  ComparableCell: 'comparable',
  SqliteDb: 'sqlite',
};

const scopes: Readonly<Record<string, SchemaObject['scope']>> = {
  PerUser: 'user',
  PerSession: 'session',
  PerSpace: 'space',
};

/** Types without arguments that are objects of their own kind, or that nothing is known of. */
const opaqueObjects: ReadonlySet<string> = new Set(['Date', 'RegExp', 'Uint8Array', 'Function']);

/** The schema of a type that no module of the program declares. */
export function builtinSchema(
  conversion: Conversion,
  name: string,
  args: readonly Shape[],
  scope: TypeScope,
): Schema {
  const [first = anyShape, second = anyShape] = args;
  const of = (shape: Shape): Schema => conversion.schemaOf(shape, scope);
  const members = (): Schema => conversion.dereference(of(first));
  const kind = Object.hasOwn(cellKinds, name) ? cellKinds[name] : undefined;
  if (kind) return wrapCell(of(first), kind);
  if (Object.hasOwn(scopes, name))
    return { ...asObject(of(first)), scope: scopes[name] ?? 'space' };
  switch (name) {
    case 'Default':
    case 'DeepDefault':
      if (args.length < 2) {
        return { ...widened(of(first)), ...defaultValue(conversion, first, scope) };
      }
      return { ...asObject(of(first)), ...defaultValue(conversion, second, scope) };
    case 'Array':
    case 'ReadonlyArray':
      return { type: 'array', items: of(first) };
    case 'Record':
      return recordSchema(of(first), of(second));
    case 'Partial':
      return withOptionality(members(), true);
    case 'Required':
      return withOptionality(members(), false);
    case 'Pick':
    case 'Omit': {
      const keys = keysOf(of(second));
      return filterProperties(members(), (key) => keys.has(key) === (name === 'Pick'));
    }
    case 'NonNullable':
      return withoutOptional(of(first));
    case 'String':
    case 'Number':
    case 'Boolean':
      return { type: name.toLowerCase() };
    case 'Map':
    case 'Set':
    case 'WeakMap':
    case 'WeakSet':
    case 'Schema':
    case 'ReturnType':
    case 'Parameters':
    case 'PatternFactory':
    case 'HandlerFactory':
    case 'ModuleFactory':
    case 'RecipeFactory':
      return true;
    default:
      if (opaqueObjects.has(name)) return { type: 'object' };
      return args.length > 0 ? of(first) : true;
  }
}

/** `Default<0>` alone: the type of the value, not just the value. */
function widened(schema: Schema): SchemaObject {
  return without(asObject(schema), 'enum');
}

function keysOf(schema: Schema): ReadonlySet<unknown> {
  return new Set(isObject(schema) ? schema.enum : []);
}

function recordSchema(keys: Schema, value: Schema): Schema {
  const named = [...keysOf(keys)].filter((key) => typeof key === 'string');
  if (named.length === 0) return { type: 'object', additionalProperties: value };
  const properties = Object.fromEntries(named.map((key) => [key, value]));
  return { type: 'object', properties, required: named };
}

function withoutOptional(schema: Schema): Schema {
  return isObject(schema) ? without(schema, 'optional') : schema;
}
