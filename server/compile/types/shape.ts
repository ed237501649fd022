/**
 * Type nodes without TypeScript: what a file's text says about its types, names unresolved. Part of
 * the local result, so that linking needs no syntax trees.
 */

export type Keyword =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'null'
  | 'undefined'
  | 'void'
  | 'any'
  | 'unknown'
  | 'never'
  | 'object'
  | 'symbol';

export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly shape: Shape;
}

export interface TupleItem {
  readonly shape: Shape;
  readonly optional: boolean;
  readonly rest: boolean;
}

export type Shape =
  | { readonly kind: 'keyword'; readonly name: Keyword }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | { readonly kind: 'array'; readonly item: Shape }
  | { readonly kind: 'tuple'; readonly items: readonly TupleItem[] }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly index?: Shape }
  | { readonly kind: 'union' | 'intersection'; readonly parts: readonly Shape[] }
  | { readonly kind: 'name'; readonly name: string; readonly args: readonly Shape[] }
  | { readonly kind: 'constant'; readonly name: string }
  | { readonly kind: 'function'; readonly returns: Shape }
  | { readonly kind: 'keyof'; readonly of: Shape }
  | { readonly kind: 'member'; readonly of: Shape; readonly key: Shape };

/** A type that accepts anything: what is said where the text says too little. */
export const anyShape: Shape = { kind: 'keyword', name: 'any' };

export interface TypeParameter {
  readonly name: string;
  readonly fallback: Shape | undefined;
}

/** An interface, alias, class or enum of a file. */
export interface TypeDeclaration {
  readonly parameters: readonly TypeParameter[];
  readonly shape: Shape;
}

/** Where a type name of a file comes from when it is imported. */
export interface TypeImport {
  readonly specifier: string;
  /** `*` for a namespace. */
  readonly name: string;
}

/** What a file says about types, by name. */
export interface TypeSummary {
  readonly declared: ReadonlyMap<string, TypeDeclaration>;
  readonly imported: ReadonlyMap<string, TypeImport>;
  /** Exported type names, by local name. */
  readonly exported: ReadonlyMap<string, string>;
  readonly reExported: ReadonlyMap<string, TypeImport>;
  readonly stars: readonly string[];
}
