/** The authoring API of today: what a pattern imports from `commonfabric`. */
import type { Cell as CellOf, CellConstructor } from './cells.js';

export * from './builders.js';
export * from './tests.js';
export type {
  ComparableCell,
  Default,
  FactoryInput,
  OpaqueCell,
  PerSession,
  PerSpace,
  PerUser,
  Reactive,
  ReadonlyCell,
  Stream,
  WriteonlyCell,
} from './cells.js';
export type { Renderable, ViewEvent, VNode } from './views.js';

export type Cell<T = unknown> = CellOf<T>;
export declare const Cell: CellConstructor;
export type Writable<T = unknown> = CellOf<T>;
export declare const Writable: CellConstructor;
