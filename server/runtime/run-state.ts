/**
 * Everything that one run remembers. There is no other state: the modules of this folder are
 * functions over it, so two runtimes in one process know nothing of each other.
 */
import type { Origin } from '../protocol/wire.ts';
import type { Found, RuntimePowers, WaitingComputation } from './api.ts';
import type { Derived, Doc, Link, Node, Path, StreamNode } from './store/nodes.ts';
import type { Shape, ShapeReader } from './store/shape.ts';
import type { Participant, Space } from './store/space.ts';
import type { Frame } from './reactive/frames.ts';

/** Where a view of stored data comes from. */
export interface ViewInfo {
  readonly node: Node;
  readonly path: Path;
  readonly shape: Shape | undefined;
  /** The stored data that the view shows. */
  readonly raw: object;
  readonly proxy: object;
}

export interface QueuedEvent {
  readonly stream: StreamNode;
  readonly event: Doc;
  /** The path that the sender named, else the stream's own name. */
  readonly label: string;
}

/** The builder call that a specialised builder stands for. */
export interface CallSite {
  readonly origin: Origin;
  readonly name: string | undefined;
  readonly argument: Shape | undefined;
  readonly event: Shape | undefined;
  readonly result: Shape | undefined;
  readonly schemas: {
    readonly argument: unknown;
    readonly event: unknown;
    readonly result: unknown;
  };
  readonly cellUse: true | readonly string[] | undefined;
}

export type Callable = (...args: unknown[]) => unknown;

/** A pattern behind its factory. */
export interface PatternDefinition {
  readonly body: Callable;
  readonly argument: Shape | undefined;
  readonly result: Shape | undefined;
  readonly name: string;
  readonly origin: Origin | null;
}

export interface RunState {
  readonly powers: RuntimePowers;
  /** The generation of the entry, as soon as it is known. */
  generation: string | undefined;
  readonly shapes: ShapeReader;
  readonly self: symbol;
  /** The frame that runs now. */
  frame: Frame;
  /** The frame of code that no builder called: module bodies, later continuations of handlers. */
  base: Frame;
  /** What proxies stand for. */
  readonly references: WeakMap<object, Link>;
  readonly views: WeakMap<object, ViewInfo>;
  /** Views by the stored object they show and its node, so that two reads give the same view. */
  readonly viewsOf: WeakMap<object, WeakMap<Node, ViewInfo[]>>;
  /** Traps of views and references, and what each proxy target stands for. */
  readonly viewHandler: ProxyHandler<object>;
  readonly referenceHandler: ProxyHandler<object>;
  readonly shells: WeakMap<object, ViewInfo>;
  readonly targets: WeakMap<object, Link>;
  /** Stored collections: what guests see of them, and back. */
  readonly collections: WeakMap<object, object>;
  readonly faces: WeakMap<object, object>;
  /** The participant that the run stands for, when there are several. */
  readonly participant: Participant | null;
  readonly space: Space;
  /** This participant's nodes by what they were made for. */
  readonly own: Map<string, Node>;
  /** The space's: containers made by the store; true when their array elements have documents. */
  readonly stored: WeakMap<object, boolean>;
  /** Captured containers that hold references: as computations see them, and back. */
  readonly containers: WeakMap<object, object>;
  readonly originals: WeakMap<object, object>;
  readonly factories: WeakMap<object, 'pattern' | 'handler' | 'lift' | 'test' | 'builder'>;
  readonly builders: WeakMap<object, (site: CallSite | null) => unknown>;
  readonly patterns: WeakMap<object, PatternDefinition>;
  /** The reference to the result, by the document that holds an instance's input. */
  readonly selves: WeakMap<object, Link>;
  /** Constants that types name, by module. */
  readonly constants: Map<string, Readonly<Record<string, () => unknown>>>;
  /** Documents written since the last commit, with the value that was committed last. */
  readonly touched: Map<Doc, unknown>;
  /** Computations that have been made but not started, in order of creation. */
  fresh: (() => void)[];
  queue: QueuedEvent[];
  /** The label of the event being delivered. */
  delivering: string | null;
  /** Counts how often late answers were let in. */
  readonly arrivals: Doc;
  /** Values that are computed only where they are asked for are asked for now. */
  demanding: boolean;
  /** Operands of the assertion that is being evaluated, by their source. */
  operands: Map<string, unknown> | null;
  /** Computations of authors that are kept current, with what they compute. */
  readonly live: Map<Derived, () => unknown>;
  readonly waiting: Map<Derived, WaitingComputation>;
  readonly findings: Found[];
}
