/** The authoring API as it was: what a pattern imports from `commontools`. */
import type { Cell as CellOf, CellConstructor, FactoryInput } from './cells.js';
import type { Instance, JSONSchema, PatternFactory } from './builders.js';

export * from './builders.js';
export * from './data.js';
export type { Mutable } from './schema.js';
export * from './services.js';
export * from './tests.js';
export type {
  AsCellType,
  CellLike,
  DeepDefault,
  Default,
  Opaque,
  OpaqueCell,
  OpaqueRef,
  ReadonlyCell,
  Stream,
  StripCell,
  WriteonlyCell,
} from './cells.js';
export type { Renderable, UIRenderable, ViewEvent, VNode } from './views.js';

export type Cell<T = unknown> = CellOf<T>;
export declare const Cell: CellConstructor;
export type Writable<T = unknown> = CellOf<T>;
export declare const Writable: CellConstructor;

type Result<Output> = FactoryInput<Output> & { [key: string]: unknown };
type Factory<Input, Output> = PatternFactory<Input, Instance<Output>>;

/** The older name of `pattern`. */
export declare function recipe<Input = any, Output = any>(
  name: string,
  body: (input: Required<Input>) => Result<Output>,
): Factory<Input, Output>;
export declare function recipe<Input = any, Output = any>(
  body: (input: Required<Input>) => Result<Output>,
): Factory<Input, Output>;
export declare function recipe(
  argument: JSONSchema,
  result: JSONSchema,
  body: (input: any) => unknown,
): Factory<any, Record<string, any>>;

/** Gave elements of an array an identity; today they have one of their own. */
export declare const ID: unique symbol;
/** Where the pattern runs. */
export declare function getRecipeEnvironment(): { readonly apiUrl: string };
export type RecipeFactory<Input, Output> = PatternFactory<Input, Output>;

declare global {
  /** Chance and identities of the older API; in handlers only, as with clocks. */
  function secureRandom(): number;
  function randomUUID(): string;
}
