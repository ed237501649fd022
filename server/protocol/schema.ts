/**
 * The JSON Schema dialect that carries what a type node says at run time: defaults, and whether a
 * consumer wants a cell, a stream or a plain value. The older API's hand-written schemas use the
 * same words, so both reach the runtime in one shape.
 */

/** How a consumer sees a reference; absent means "as a plain value". */
export type CellKind =
  'cell' | 'stream' | 'opaque' | 'readonly' | 'writeonly' | 'comparable' | 'sqlite';

/** A module constant that a type names with `typeof CONST`; its value exists only at run time. */
export interface ConstantReference {
  /** Root-relative path of the module that declares the constant. */
  readonly module: string;
  readonly name: string;
}

/** `true` accepts anything, `false` nothing. */
export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  /** Element schemas of a tuple type, in order. */
  readonly prefixItems?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly description?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** Outermost kind first: `Stream<Cell<number>>` is `['stream', 'cell']`. */
  readonly asCell?: readonly CellKind[];
  /** Older API spellings of `asCell: ['cell']` and `asCell: ['stream']`. */
  readonly asStream?: boolean;
  /** The default as JSON; `undefined` cannot be one. */
  readonly default?: unknown;
  /** The default when the type names a constant: `Default<typeof CONST>`. */
  readonly defaultFrom?: ConstantReference;
  /** True when the declared type admits `undefined`, so an absent value is not "waiting". */
  readonly optional?: boolean;
  /** Scope brands (PerUser, PerSession, PerSpace). */
  readonly scope?: 'user' | 'session' | 'space';
}
