/** `Default<V>` in all its forms: the value is written in the type. */
import type { SchemaObject } from '../../protocol/index.ts';
import type { Shape } from './shape.ts';
import type { Conversion, TypeScope } from './schema.ts';

type DefaultPart = Pick<SchemaObject, 'default' | 'defaultFrom'>;

interface Named {
  readonly name: string;
  readonly args: readonly Shape[];
  readonly scope: TypeScope;
}

const MAX_ALIASES = 20;

/** Follows aliases and type parameters to a name of the API; undefined for anything else. */
function builtinOf({ resolve }: Conversion, shape: Shape, scope: TypeScope): Named | undefined {
  let at = { shape, scope };
  for (let hops = 0; hops < MAX_ALIASES && at.shape.kind === 'name'; hops += 1) {
    const { name, args } = at.shape;
    const bound = at.scope.bound.get(name);
    if (bound) {
      at = bound;
      continue;
    }
    const target = resolve(at.scope.module, name);
    if (target?.kind === 'builtin') return { name: target.name, args, scope: at.scope };
    if (target?.kind !== 'declared' || target.declaration.parameters.length > 0) return undefined;
    at = { shape: target.declaration.shape, scope: { module: target.module, bound: new Map() } };
  }
  return undefined;
}

/** What `Default<V>` or `DeepDefault<V>`, alone as it stands in a union, contributes. */
export function defaultOf(
  conversion: Conversion,
  shape: Shape,
  scope: TypeScope,
): DefaultPart | undefined {
  const named = builtinOf(conversion, shape, scope);
  const [value, second] = named?.args ?? [];
  if (!named || !value || second) return undefined;
  if (named.name !== 'Default' && named.name !== 'DeepDefault') return undefined;
  return defaultValue(conversion, value, named.scope);
}

/** The default that a value type stands for: JSON, or the constant that holds it. */
export function defaultValue(conversion: Conversion, shape: Shape, scope: TypeScope): DefaultPart {
  if (shape.kind === 'constant') {
    const target = conversion.resolve(scope.module, shape.name);
    if (target?.kind !== 'constant') return {};
    return { defaultFrom: { module: target.module.path, name: target.name } };
  }
  const value = jsonValue(conversion, shape, scope);
  return value === undefined ? {} : { default: value };
}

function jsonValue(conversion: Conversion, shape: Shape, scope: TypeScope): unknown {
  switch (shape.kind) {
    case 'literal':
      return shape.value;
    case 'keyword':
      return shape.name === 'null' ? null : shape.name === 'object' ? {} : undefined;
    case 'tuple':
      return shape.items.map((item) => jsonValue(conversion, item.shape, scope) ?? null);
    case 'array':
      return [];
    case 'object':
      return Object.fromEntries(
        shape.members.flatMap(({ name, shape: member }) => {
          const value = jsonValue(conversion, member, scope);
          return value === undefined ? [] : [[name, value]];
        }),
      );
    case 'intersection':
      return Object.assign(
        {},
        ...shape.parts.map((part) => jsonValue(conversion, part, scope) ?? {}),
      ) as unknown;
    case 'name':
      return namedValue(conversion, shape, scope);
    default:
      return undefined;
  }
}

function namedValue(
  conversion: Conversion,
  { name, args }: { readonly name: string; readonly args: readonly Shape[] },
  scope: TypeScope,
): unknown {
  const bound = scope.bound.get(name);
  if (bound) return jsonValue(conversion, bound.shape, bound.scope);
  const target = conversion.resolve(scope.module, name);
  if (target?.kind === 'declared') {
    const inner = { module: target.module, bound: new Map() };
    return jsonValue(conversion, target.declaration.shape, inner);
  }
  if (target?.kind !== 'builtin') return undefined;
  if (target.name === 'Record') return {};
  if (/^(?:Readonly)?Array$/.test(target.name)) return [];
  const [inner] = args;
  return inner && jsonValue(conversion, inner, scope);
}
