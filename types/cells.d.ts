/** Cells, streams and the types that say how a value is seen. */

declare const noDefault: unique symbol;
type NoDefault = typeof noDefault;

/**
 * A default value, written where the type is: `number | Default<0>`, or in the older API
 * `Default<number, 0>`. It adds nothing to the type that it stands beside.
 */
export type Default<T, V = NoDefault> = [V] extends [NoDefault] ? never : T;
/** A default whose members are the defaults of the members. */
export type DeepDefault<_V> = never;

/** What an element of `T` is, when `T` is an array. */
type ElementOf<T> = 0 extends 1 & T ? any : T extends readonly (infer E)[] ? E : never;

/** `T`, or cells that hold it, or an object with such members: what a factory takes. */
export type FactoryInput<T> =
  | T
  | CellLike<T>
  | (T extends Cell<infer Held>
      ? FactoryInput<Held> | Cell<Unwrapped<Held>>
      : T extends object
        ? { [Key in keyof T]: FactoryInput<T[Key]> }
        : never);

/** The plain value that a reference stands for. */
export type Unwrapped<T> =
  T extends Cell<infer Held>
    ? Held
    : T extends (...parameters: never[]) => unknown
      ? T
      : T extends object
        ? { [Key in keyof T]: Unwrapped<T[Key]> }
        : T;

/** An event channel: it can be sent to, not read. */
export interface Stream<Event = void, Result = unknown> {
  /** Sends an event; what the handler returns is not handed back. */
  send(
    ...event: [Event] extends [void] ? [] | [event: unknown] : [event: FactoryInput<Event>]
  ): void;
  /** What a handler of the stream returns, for the type alone. */
  readonly result?: Result;
}

/** A value that can be read, written, followed and handed on. */
export interface Cell<T = unknown> {
  /** The current value. In a computation this is what makes it run again. */
  get(): T;
  set(value: FactoryInput<T>): void;
  /** Sets some of the properties of an object. */
  update(values: { [Key in keyof T]?: FactoryInput<T[Key]> }): void;
  push(...elements: FactoryInput<ElementOf<T>>[]): void;
  /** Removes the first element that is the given one. */
  remove(element: ElementOf<T> | Cell<ElementOf<T>>): void;
  removeAll(element: ElementOf<T> | Cell<ElementOf<T>>): void;
  addUnique(...elements: FactoryInput<ElementOf<T>>[]): void;
  increment(by?: number): void;
  removeByValue(element: unknown): void;
  /** The element that an identity belongs to. */
  elementById(id: unknown): Cell<ElementOf<T>>;
  /** The cell at the end of the links. */
  resolveAsCell(): Cell<T>;
  /** The current value; a computation that reads it so does not follow it. */
  sample(): T;
  inSpace(space: unknown): Cell<T>;
  /** The cell of a property or an element. */
  key<Key extends keyof NonNullable<T>>(key: Key): Cell<NonNullable<T>[Key]>;
  key<A extends keyof NonNullable<T>, B extends keyof NonNullable<T>[A]>(
    first: A,
    second: B,
  ): Cell<NonNullable<T>[A][B]>;
  key(...path: (string | number)[]): Cell<any>;
  /** Whether both are the same place, whatever their values are. */
  equals(other: unknown): boolean;
  /** Gives a new cell a stable name. */
  for(cause: unknown): this;
  map<Result>(callback: (element: ElementOf<T>, index: number, array: T) => Result): Result[];
  filter(callback: (element: ElementOf<T>, index: number) => unknown): ElementOf<T>[];
  flatMap<Result>(callback: (element: ElementOf<T>, index: number) => Result | Result[]): Result[];
}

/** A cell that is asked for because it will be written. */
export type Writable<T = unknown> = Cell<T>;
export type ReadonlyCell<T = unknown> = Pick<Cell<T>, 'get' | 'key' | 'equals'>;
export type WriteonlyCell<T = unknown> = Pick<Cell<T>, 'set' | 'update' | 'push' | 'key'>;
export type ComparableCell<T = unknown> = Pick<Cell<T>, 'equals' | 'key'>;
export type OpaqueCell<T = unknown> = Pick<Cell<T>, 'key' | 'map'>;
export type AnyCell<T = unknown> = Cell<T>;
export type AsCellType<T = unknown> = Cell<T>;
/** Anything that can stand for a cell. */
export type CellLike<T> = Cell<T> | ReadonlyCell<T> | OpaqueCell<T>;
export type StripCell<T> = Unwrapped<T>;

/** Makes cells: `new Writable(0)`, `Writable.of(0)`. */
export interface CellConstructor {
  new <T>(value: T): Cell<T>;
  new <T>(): Cell<T | undefined>;
  of<T>(value: T): Cell<T>;
  for<T>(cause: unknown): Cell<T>;
  equals(one: unknown, other: unknown): boolean;
  readonly perUser: CellConstructor;
  readonly perSession: CellConstructor;
  readonly perSpace: CellConstructor;
}

/** Reactive values have the type of what they stand for. */
export type Reactive<T> = T;
export type OpaqueRef<T> = T;
export type Opaque<T> = FactoryInput<T>;

/** Whose value it is; one author with one session sees no difference. */
export type PerUser<T> = T;
export type PerSession<T> = T;
export type PerSpace<T> = T;
