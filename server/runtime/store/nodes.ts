/**
 * What the store is made of. A node holds data; a link stands for a place below a node. Guests
 * never hold either: they hold proxies that lead to links.
 */
import { signal } from 'alien-signals';
import type { Origin } from '../../protocol/wire.ts';
import type { Shape } from './shape.ts';

export type Key = string | number;
export type Path = readonly Key[];

export const EMPTY_PATH: Path = Object.freeze([]);

/**
 * `data`: written by authors. `element`: the object of one array element, which keeps its identity
 * when it is moved. `wiring`: inputs and results, which lead elsewhere. `binding`: wiring whose
 * cells an undeclared consumer sees as cells: handler states and events.
 */
export type DocRole = 'data' | 'element' | 'wiring' | 'binding';

/** Frozen data behind a version counter that computations track. */
export interface Doc {
  readonly kind: 'doc';
  readonly name: string;
  /** What the declared type says about the whole document. */
  readonly shape: Shape | undefined;
  readonly role: DocRole;
  value: unknown;
  /** The builder call that wrote last; findings name it. */
  writer: Origin | null;
  /** Reads and bumps the version. */
  readonly version: { (): number; (next: number): void };
}

/** The outcome of one evaluation; failures are boxed, because the signal library drops them. */
export interface Box {
  readonly value: unknown;
}

/** A value that is computed from others. */
export interface Derived {
  readonly kind: 'derived';
  readonly name: string;
  readonly origin: Origin | null;
  /** Evaluates when something it read has changed; tracks. */
  readonly pull: () => Box;
  /** Evaluated only where it is asked for: an assertion may not hold before its turn. */
  readonly lazy: boolean;
  /** True while it is being evaluated. */
  busy: boolean;
  last: Box;
}

/** Where events go. */
export interface StreamNode {
  readonly kind: 'stream';
  readonly name: string;
  readonly origin: Origin | null;
  /** Handles one event, whose payload is the whole of the document. */
  readonly handle: (event: Doc) => void;
}

export type Node = Doc | Derived | StreamNode;

/** A place: `path` below `node`. Stored inside data it is a link to that place. */
export class Link {
  readonly #brand = true;
  readonly node: Node;
  readonly path: Path;
  /** What the declaration at the consumer says about the value of the place. */
  readonly shape: Shape | undefined;
  /** True when the consumer holds the place as a cell, false when as its value. */
  readonly cell: boolean;

  constructor(node: Node, path: Path, shape: Shape | undefined, cell: boolean) {
    this.node = node;
    this.path = path;
    this.shape = shape;
    this.cell = cell;
    Object.freeze(this);
  }

  /** Whether a value is a link; nothing that a guest makes can pass. */
  static is(value: unknown): value is Link {
    return typeof value === 'object' && value !== null && #brand in value;
  }
}

interface DocOptions {
  readonly name: string;
  readonly shape?: Shape | undefined;
  readonly role?: DocRole;
}

/** Makes a document that holds stored (frozen) data. */
export function makeDoc(value: unknown, options: DocOptions): Doc {
  return {
    kind: 'doc',
    name: options.name,
    shape: options.shape,
    role: options.role ?? 'data',
    value,
    writer: null,
    version: signal(0),
  };
}

/** The place one step below another. */
export function childLink(link: Link, key: Key): Link {
  const shape = link.shape?.child(key);
  return new Link(link.node, [...link.path, key], shape, false);
}

/** How an author would write the place: `items.0.title`. */
export function labelOf(link: { readonly node: Node; readonly path: Path }): string {
  return [link.node.name, ...link.path].filter((part) => part !== '').join('.') || 'value';
}
