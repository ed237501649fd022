/** Draws values of the tagged JSON (see protocol/result.ts) as text. */
import { printable, showWords } from '../protocol/index.ts';
import { indent, isStyled } from './style.ts';
import type { Style } from './style.ts';

/** Values up to this width stay on one line. */
const LINE = 72;
/** Deeper values are cut; a terminal is no place to read them. */
const MAX_DEPTH = 12;
const MAX_ENTRIES = 100;
const MAX_TEXT = 2_000;

type Entry = readonly [key: string, value: unknown];

/** A container as it is drawn: its own marks and what is in it. */
interface Container {
  readonly open: string;
  readonly close: string;
  readonly entries: readonly (readonly [label: string, value: unknown])[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The tag of a tagged object. */
export function tagOf(value: unknown): string | null {
  return isObject(value) && typeof value.$type === 'string' ? value.$type : null;
}

/** The entries of an object, tagged or plain; `$UI` and other view keys are left to the view. */
export function entriesOf(value: unknown): readonly Entry[] {
  if (!isObject(value)) return [];
  if (value.$type !== 'object') return Object.entries(value);
  return Array.isArray(value.entries) ? (value.entries as Entry[]) : [];
}

function quoted(text: string): string {
  const shown = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return printable(JSON.stringify(shown));
}

function containerOf(value: unknown): Container | null {
  if (Array.isArray(value)) {
    return { open: '[', close: ']', entries: value.map((item: unknown) => ['', item] as const) };
  }
  if (!isObject(value)) return null;
  const entries = Array.isArray(value.entries) ? (value.entries as [unknown, unknown][]) : [];
  switch (value.$type) {
    case 'map': {
      const shown = entries.map(([key, item]) => [`${inline(key)} → `, item] as const);
      return { open: `Map(${shown.length}) {`, close: '}', entries: shown };
    }
    case 'set': {
      const values: unknown[] = Array.isArray(value.values) ? value.values : [];
      const shown = values.map((item) => ['', item] as const);
      return { open: `Set(${shown.length}) {`, close: '}', entries: shown };
    }
    case undefined:
    case 'object': {
      const shown = entriesOf(value).map(([key, item]) => [`${keyText(key)}: `, item] as const);
      return { open: '{', close: '}', entries: shown };
    }
    default:
      return null;
  }
}

/** A key as it stands in source. */
export function keyText(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function text(value: unknown): string {
  return typeof value === 'string' ? printable(value) : '';
}

function leaf(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (!isObject(value)) return String(value);
  switch (value.$type) {
    case 'undefined':
      return 'undefined';
    case 'nan':
      return 'NaN';
    case 'infinity':
      return value.negative === true ? '-Infinity' : 'Infinity';
    case 'number':
      return text(value.value);
    case 'bigint':
      return `${text(value.value)}n`;
    case 'date':
      return value.value === null ? showWords.invalidDate : text(value.value);
    case 'regexp':
      return `/${text(value.source)}/${text(value.flags)}`;
    case 'error':
      return `${text(value.name)}: ${text(value.message)}`;
    case 'symbol':
      return `Symbol(${text(value.description)})`;
    case 'bytes':
      return `${text(value.type)}(${byteLength(value.base64)} bytes)`;
    case 'function':
      return `${text(value.export) || 'function'} ${text(value.name)}`.trimEnd();
    case 'cycle':
      return showWords.circular(text(value.path));
    case 'opaque':
      return `(${text(value.name)})`;
    default:
      return `(${text(value.$type)})`;
  }
}

function byteLength(base64: unknown): number {
  if (typeof base64 !== 'string') return 0;
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

/** The value on one line, however long. */
function inline(value: unknown, depth = 0): string {
  if (tagOf(value) === 'vnode' || isVNode(value)) return '(view)';
  const container = containerOf(value);
  if (container === null) return leaf(value);
  const { open, close, entries } = container;
  if (entries.length === 0) return open + close;
  if (depth >= MAX_DEPTH) return `${open} … ${close}`;
  const shown = entries
    .slice(0, MAX_ENTRIES)
    .map(([label, item]) => label + inline(item, depth + 1));
  if (entries.length > MAX_ENTRIES) shown.push(`… ${entries.length - MAX_ENTRIES} more`);
  return open === '[' ? `[${shown.join(', ')}]` : `${open} ${shown.join(', ')} ${close}`;
}

/** Whether a value is an encoded node of a view. */
export function isVNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && value.type === 'vnode' && typeof value.name === 'string';
}

/**
 * Draws a value: on one line where it fits; else one entry a line, list items behind a dash. Only
 * Map and Set, which look like lists, say their kind first.
 */
export function valueLines(value: unknown, style: Style, width = LINE, depth = 0): string[] {
  const oneLine = inline(value);
  const container = containerOf(value);
  if (oneLine.length <= width || container === null || isVNode(value)) {
    return [paint(value, oneLine, style)];
  }
  if (depth >= MAX_DEPTH) return [style.dim(`${container.open} … ${container.close}`)];
  const lines = /^\w/.test(container.open) ? [style.dim(container.open.replace(' {', ''))] : [];
  for (const [label, item] of container.entries.slice(0, MAX_ENTRIES)) {
    lines.push(...entryLines(label, valueLines(item, style, width - 2, depth + 1), style));
  }
  const more = container.entries.length - MAX_ENTRIES;
  if (more > 0) lines.push(style.dim(`… ${more} more`));
  return lines;
}

function entryLines(label: string, [first = '', ...rest]: string[], style: Style): string[] {
  if (label === '') return [`${style.dim('-')} ${first}`, ...indent(rest)];
  if (rest.length === 0) return [label + first];
  return [label.trimEnd(), ...indent([first, ...rest])];
}

function paint(value: unknown, drawn: string, style: Style): string {
  if (!isStyled(style)) return drawn;
  if (typeof value === 'string') return style.green(drawn);
  if (typeof value === 'number' || typeof value === 'boolean') return style.yellow(drawn);
  const plain = value === null || (tagOf(value) !== null && containerOf(value) === null);
  return plain ? style.dim(drawn) : drawn;
}
