/** The authoring API of today: what a pattern imports from `commonfabric`. */
import type { Cell as CellOf, CellConstructor } from './cells.js';

export * from './builders.js';
export * from './cfc.js';
export * from './data.js';
export type { Mutable } from './schema.js';
export * from './services.js';
export * from './tests.js';
export type {
  AnyCell,
  AsCellType,
  CellLike,
  ComparableCell,
  DeepDefault,
  Default,
  FactoryInput,
  OpaqueCell,
  PerSession,
  PerSpace,
  PerUser,
  Reactive,
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
