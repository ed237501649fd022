/** Local facts to call facts: every type name resolved over the modules of the program. */
import type { CallFact, Schema, SchemaObject } from '../../protocol/index.ts';
import type { LocalModule } from '../local/module.ts';
import type { LocalFact } from '../types/facts.ts';
import { asObject, isObject, without } from '../types/combine.ts';
import { defaultValue } from '../types/defaults.ts';
import { toSchema } from '../types/schema.ts';
import type { Conversion } from '../types/schema.ts';
import type { Shape } from '../types/shape.ts';
import type { NameResolver } from './names.ts';

/** The schema with the defaults of a destructured parameter where the type has none. */
function withParameterDefaults(
  schema: Schema | undefined,
  defaults: Shape | undefined,
  module: LocalModule,
  resolve: NameResolver,
): Schema | undefined {
  if (defaults?.kind !== 'object') return schema;
  const base = asObject(schema ?? { type: 'object' });
  if (base.$ref !== undefined) return schema;
  const properties: Record<string, Schema> = { ...base.properties };
  const conversion: Conversion = {
    resolve,
    schemaOf: () => true,
    dereference: (inner) => inner,
  };
  for (const { name, shape } of defaults.members) {
    const known = Object.hasOwn(properties, name) ? asObject(properties[name] ?? true) : {};
    if ('default' in known || 'defaultFrom' in known) continue;
    const fallback = defaultValue(conversion, shape, { module, bound: new Map() });
    properties[name] = { ...known, ...fallback };
  }
  return { ...base, properties };
}

/** Resolves the types of one fact. */
export function linkFact(fact: LocalFact, module: LocalModule, resolve: NameResolver): CallFact {
  const schema = (shape: Shape | undefined): Schema | undefined =>
    shape && toSchema(shape, module, resolve);
  const argument = withParameterDefaults(
    schema(fact.argument),
    fact.parameterDefaults,
    module,
    resolve,
  );
  const event = schema(fact.event);
  const result = schema(fact.result);
  return {
    builder: fact.builder,
    position: fact.position,
    ...(fact.name === undefined ? {} : { name: fact.name }),
    ...(argument === undefined ? {} : { argument }),
    ...(event === undefined ? {} : { event }),
    ...(result === undefined ? {} : { result }),
    ...(fact.cellUse === undefined ? {} : { cellUse: fact.cellUse }),
  };
}

/** The modules whose constants the schemas of a fact name. */
export function constantModules(fact: CallFact): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) value.forEach(walk);
    else {
      const schema = value as SchemaObject;
      if (schema.defaultFrom) found.add(schema.defaultFrom.module);
      Object.values(without(schema, 'default')).forEach(walk);
    }
  };
  for (const schema of [fact.argument, fact.event, fact.result]) {
    if (schema !== undefined && isObject(schema)) walk(schema);
  }
  return [...found];
}
