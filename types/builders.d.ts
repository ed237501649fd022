/** The functions that patterns are built from. */
import type { Cell, FactoryInput, Stream, Unwrapped } from './cells.js';
import type { VNode } from './views.js';

/** Keys of the result that have a meaning of their own. */
export declare const NAME: '$NAME';
export declare const UI: '$UI';
export declare const TILE_UI: '$TILE_UI';
export declare const CHIP_UI: '$CHIP_UI';
export declare const FS: '$FS';
export declare const TESTS: '$TESTS';
/** A pattern finds a reference to its own result under this key of its input. */
export declare const SELF: unique symbol;

/** A JSON Schema, where one is written out instead of a type. */
export type JSONSchema = boolean | { readonly [keyword: string]: unknown };

/** What an instance of a pattern looks like to the pattern that made it. */
export type Instance<Output> = Output & { [NAME]: string; [UI]: VNode };

/** A pattern: call it, or use it as a tag, to make an instance. */
export interface PatternFactory<Input, Output> {
  (input: FactoryInput<Input>): Instance<Output>;
}

/** The input as the body sees it: defaults are filled in. */
type Filled<Input, Output> = { [Key in keyof Input]-?: Input[Key] } & { [SELF]: NoInfer<Output> };

/** What the body gives back: the output, each part of it plain or reactive. */
type Body<Output> = FactoryInput<Output> | (FactoryInput<Output> & { [key: string]: unknown });

/** Makes a pattern. */
export declare function pattern<Input = any, Output = any>(
  body: (input: Filled<Input, Output>) => Body<Output>,
  argument?: JSONSchema,
  result?: JSONSchema,
): PatternFactory<Input, Output>;

/** A handler, ready to be bound to the state that it works on. */
export interface HandlerFactory<State, Event> {
  (state?: FactoryInput<State>): Stream<Event>;
}

/** Declares how an event changes state, at module scope. */
export declare function handler<Event = unknown, State = Record<never, never>>(
  callback: (event: Event, state: State) => unknown,
): HandlerFactory<State, Event>;
export declare function handler(
  event: JSONSchema,
  state: JSONSchema,
  callback: (event: any, state: any) => unknown,
): HandlerFactory<any, any>;

/** A computation, ready to be used. */
export type ModuleFactory<Input = any, Result = any> = (input: FactoryInput<Input>) => Result;

/** A handler that closes over the values of the pattern around it. */
export declare function action<Event = void, Result = unknown>(
  callback: (event: Event) => Result | Promise<Result>,
): Stream<Event, Result>;

/** A value that follows whatever its callback reads. */
export declare function computed<Result>(callback: () => Result): Result;

/** A computation that is declared once and used on many inputs. */
export declare function lift<Input, Result = any>(
  callback: (input: Input) => Result,
): (input: FactoryInput<Input>) => Result;

export declare function lift(
  argument: JSONSchema,
  result: JSONSchema,
  callback: (input: any) => unknown,
): (input: any) => any;

/** The older form of a computation, with its input spelled out. */
export declare function derive<Input, Result>(
  input: Input,
  callback: (value: Unwrapped<Input>) => Result,
): Result;

export declare function derive(
  argument: JSONSchema,
  result: JSONSchema,
  input: unknown,
  callback: (value: any) => unknown,
): any;

/** A reactive string. */
export declare function str(strings: TemplateStringsArray, ...values: unknown[]): string;

/** Both branches exist; one of them is seen. */
export declare function ifElse<Then, Otherwise>(
  condition: unknown,
  then: Then,
  otherwise: Otherwise,
): Then | Otherwise;
export declare function when<Value>(condition: unknown, value: Value): Value | false;
export declare function unless<Value>(condition: unknown, value: Value): Value | true;

/** Whether two references lead to the same place. */
export declare function equals(one: unknown, other: unknown): boolean;
/** Whether two values are deeply alike. */
export declare function valueEqual(one: unknown, other: unknown): boolean;

/** The older way to make a cell. */
export declare function cell<T>(value: T, schema?: JSONSchema): Cell<T>;
export declare function cell<T>(): Cell<T | undefined>;

/** Turns a type into a JSON Schema when the file is compiled. */
export declare function toSchema<T>(
  options?: Partial<Record<keyof T | string, unknown>>,
): JSONSchema;
export declare function schema<const T extends JSONSchema>(value: T): T;

/** A readable form of any value, over several lines or on one. */
export declare function toIndentedDebugString(value: unknown): string;
export declare function toCompactDebugString(value: unknown): string;
