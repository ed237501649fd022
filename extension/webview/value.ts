/** How a value of the tagged result JSON reads in the tree. No DOM here. */

export interface ValueLook {
  /** One line; cut to a length that a tree row can hold. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'constant' | 'tag' | 'container';
  /** Children by name, or nothing for a leaf. */
  readonly entries: readonly (readonly [string, unknown])[];
}

const longestText = 200;

/** What a value looks like. Never throws: the value comes from a pattern. */
export function lookOf(value: unknown): ValueLook {
  if (typeof value === 'string') return leaf(JSON.stringify(cut(value)), 'text');
  if (typeof value === 'number') return leaf(String(value), 'number');
  if (typeof value !== 'object' || value === null) return leaf(String(value), 'constant');
  if (Array.isArray(value)) return list(value);
  const tag = tagOf(value);
  return tag === undefined ? record(Object.entries(value)) : tagged(tag, value);
}

/** The tag of a value that JSON cannot hold; undefined for plain data. */
export function tagOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const tag: unknown = Reflect.get(value, '$type');
  return typeof tag === 'string' ? tag : undefined;
}

/** The path of a stream's tag; undefined for anything else. */
export function streamPath(value: unknown): string | undefined {
  if (tagOf(value) !== 'stream') return undefined;
  const path: unknown = Reflect.get(value as object, 'path');
  return typeof path === 'string' && path !== '' ? path : undefined;
}

/** Whether the value is a drawn node: `{ type: "vnode", … }`. */
export function isVNode(value: unknown): value is { readonly type: string } {
  return typeof value === 'object' && value !== null && Reflect.get(value, 'type') === 'vnode';
}

/** Every stream of a result outside its views, in order, each path once. */
export function streamsOf(result: unknown): string[] {
  const found = new Set<string>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || isVNode(value) || depth > 32) return;
    const path = streamPath(value);
    if (path !== undefined) found.add(path);
    else if (Array.isArray(value)) value.forEach((each) => visit(each, depth + 1));
    else for (const [key, each] of Object.entries(value)) if (key !== '$UI') visit(each, depth + 1);
  };
  visit(result, 0);
  return [...found];
}

/** Tags that have a spelling of their own in the language. */
const spellings: Readonly<Record<string, (get: (key: string) => unknown) => string>> = {
  nan: () => 'NaN',
  infinity: (get) => (get('negative') === true ? '-Infinity' : 'Infinity'),
  number: (get) => textOf(get('value')),
  bigint: (get) => `${textOf(get('value'))}n`,
  regexp: (get) => `/${textOf(get('source'))}/${textOf(get('flags'))}`,
  error: (get) => `${textOf(get('name'))}: ${textOf(get('message'))}`,
  symbol: (get) => `Symbol(${textOf(get('description'))})`,
};

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function plainTag(tag: string, fields: readonly (readonly [string, unknown])[]): string {
  return [tag, ...fields.map(([, value]) => textOf(value))].join(' ').trim();
}

function tagged(tag: string, value: object): ValueLook {
  const get = (key: string): unknown => Reflect.get(value, key);
  const entries = arrayOf(get('entries'));
  if (tag === 'object' && entries) return record(entries.flatMap(pair));
  if (tag === 'map' && entries) {
    return { ...record(entries.flatMap(pair)), text: `Map(${entries.length})` };
  }
  const values = arrayOf(get('values'));
  if (tag === 'set' && values) return { ...list(values), text: `Set(${values.length})` };
  const rest = (Object.entries(value) as [string, unknown][]).filter(([key]) => key !== '$type');
  const text = Object.hasOwn(spellings, tag) ? spellings[tag]?.(get) : undefined;
  const nested = rest.filter(([, each]) => typeof each === 'object' && each !== null);
  return { text: cut(text ?? plainTag(tag, rest)), kind: 'tag', entries: nested };
}

function arrayOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

function pair(entry: unknown): (readonly [string, unknown])[] {
  if (!Array.isArray(entry) || entry.length !== 2) return [];
  const [key, value] = entry as [unknown, unknown];
  return [[typeof key === 'string' ? key : lookOf(key).text, value]];
}

function list(values: readonly unknown[]): ValueLook {
  const entries = values.map((each, index) => [String(index), each] as const);
  return { text: `[${values.length}]`, kind: 'container', entries };
}

function record(entries: readonly (readonly [string, unknown])[]): ValueLook {
  const names = entries.map(([key]) => key).join(', ');
  return { text: `{ ${cut(names)} }`, kind: 'container', entries };
}

function leaf(text: string, kind: ValueLook['kind']): ValueLook {
  return { text, kind, entries: [] };
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
