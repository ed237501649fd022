/** What the host offers a pattern. Without a grant or a fixture the state stays pending. */
import type { Cell, Stream } from './cells.js';
import type { JSONSchema, PatternFactory } from './builders.js';
import type { VNode } from './views.js';

/** What is known of something that the host is asked for. */
export interface Pending<Result> {
  readonly pending: boolean;
  readonly result: Result | undefined;
  readonly error?: any;
  readonly partial?: string;
  readonly requestHash?: string;
  readonly cancelGeneration?: Stream<void>;
}

export interface WishState<T> {
  readonly result: T;
  readonly candidates: T[];
  readonly error?: any;
  readonly $UI: VNode;
}
export interface WishParams {
  query: string;
  path?: string[];
  context?: unknown;
  schema?: JSONSchema;
  scope?: unknown;
  headless?: boolean;
  [more: string]: unknown;
}
/** Asks for something by its tag. */
export declare function wish<T = any>(
  target: WishParams | string,
  schema?: JSONSchema,
): WishState<T>;

export declare function navigateTo(piece: unknown): unknown;

export interface FetchOptions {
  url: unknown;
  schema?: JSONSchema;
  options?: unknown;
  mode?: unknown;
  result?: unknown;
  [more: string]: unknown;
}
export declare function fetchJson<T = any>(request: FetchOptions): Pending<T>;
export declare function fetchJsonUnchecked<T = any>(request: FetchOptions): Pending<T>;
export declare function fetchText(request: FetchOptions): Pending<string>;
export declare function fetchBinary(request: FetchOptions): Pending<FetchedBinary>;
export declare function fetchData<T = any>(request: FetchOptions): Pending<T>;
export declare function streamData<T = any>(request: FetchOptions): Pending<T>;
export declare function fetchProgram(request: FetchOptions): Pending<Program>;
export interface FetchedBinary {
  readonly bytes: any;
  readonly mediaType: string;
}
export interface Program {
  readonly files: { readonly name: string; readonly contents: string }[];
  readonly main: string;
  readonly mainExport?: string;
}

export type BuiltInLLMTextPart = { type: 'text'; text: string };
export type BuiltInLLMImagePart = { type: 'image'; image: string };
export type BuiltInLLMToolCallPart = {
  type: 'tool-call';
  toolCallId: string;
  toolName: string;
  input: any;
};
export type BuiltInLLMToolResultPart = {
  type: 'tool-result';
  toolCallId: string;
  toolName: string;
  output: any;
};
export type BuiltInLLMContentPart =
  BuiltInLLMTextPart | BuiltInLLMImagePart | BuiltInLLMToolCallPart | BuiltInLLMToolResultPart;
export type BuiltInLLMContent = string | BuiltInLLMContentPart[];
export interface BuiltInLLMMessage {
  role: 'user' | 'assistant' | 'system' | 'tool';
  content: BuiltInLLMContent;
}
export type BuiltInLLMTool = {
  description?: string;
  inputSchema?: JSONSchema;
  handler?: unknown;
  pattern?: unknown;
  extraParams?: unknown;
};
export interface GenerationOptions {
  prompt?: unknown;
  messages?: unknown;
  system?: unknown;
  model?: unknown;
  schema?: JSONSchema;
  tools?: unknown;
  context?: unknown;
  [more: string]: unknown;
}
export declare function generateText(options: GenerationOptions): Pending<string>;
export declare function generateObject<T = any>(options: GenerationOptions): Pending<T>;
export declare function llm(options: GenerationOptions): Pending<any>;
export interface DialogState {
  readonly pending: boolean;
  readonly error?: any;
  readonly addMessage: Stream<BuiltInLLMMessage>;
  readonly cancelGeneration: Stream<void>;
  readonly flattenedTools: Record<string, any>;
  readonly pinnedCells?: any;
}
export declare function llmDialog(options: GenerationOptions): DialogState;

export type PatternToolResult<Bound = unknown> = {
  readonly pattern: unknown;
  readonly extraParams: Bound;
};
/** A pattern as a tool of a model, with part of its input given. */
export declare function patternTool(pattern: unknown, extraParams?: unknown): any;

/** A handle of a database; queries answer like any other request. */
export interface SqliteDb {
  query<Row = any>(sql: TemplateStringsArray | string | object, ...values: any[]): Pending<Row[]>;
  exec(sql: TemplateStringsArray | string | object, ...values: any[]): any;
  readonly [member: string]: any;
}
export declare function sqliteDatabase(options?: object): SqliteDb;
export declare const cfSqlite: { readonly [helper: string]: any };
export declare function table(...definition: any[]): any;

export declare function compileAndRun<T = any>(
  options: object,
): Pending<T> & {
  readonly errors?: any;
};
export declare function getPatternEnvironment(): { readonly apiUrl: any };
/** The text of a file beside the module. */
export declare function dataFile(path: string): string;
export declare function cellFromUrl<T = any>(url: unknown): Cell<T>;
/** Draws another pattern in one of its forms. */
export declare function uiVariant(piece: unknown, variant: string): VNode;
/** The older way to draw an element without JSX. */
export declare function h(name: any, props: any, ...children: any[]): VNode;
/** Keeps plain data of a module as it is. */
export declare function __cf_data<T>(value: T): T;

export interface ImageData {
  id: string;
  name: string;
  url: string;
  data: string;
  timestamp: number;
  width?: number;
  height?: number;
  size: number;
  type: string;
  exif?: any;
}

export type { PatternFactory };
