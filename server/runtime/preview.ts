/** Short texts of stored data for the trace; they run no code of the pattern. */
import { MASK, maskText, namesSecret } from '../protocol/secrets.ts';
import type { RunState } from './run-state.ts';
import { innerCollection } from './store/immutable.ts';
import { Link, labelOf } from './store/nodes.ts';

const MAX_DEPTH = 3;
const MAX_KEYS = 8;
const MAX_TEXT = 60;

/** The preview of a stored value that is read from or written to the place `label`. */
export function previewOf(run: RunState, value: unknown, label: string): string {
  return namesSecret(label) ? MASK : show(run, value, 0);
}

function show(run: RunState, value: unknown, depth: number): string {
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return 'symbol';
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (Link.is(value)) return `→ ${labelOf(value)}`;
  // Only containers that the store made are safe to look into.
  if (!run.stored.has(value))
    return innerCollection(value) === undefined ? '[object]' : '[collection]';
  if (depth >= MAX_DEPTH) return Array.isArray(value) ? '[…]' : '{…}';
  return Array.isArray(value) ? showList(run, value, depth) : showObject(run, value, depth);
}

function showText(text: string): string {
  const masked = maskText(text);
  return JSON.stringify(masked.length > MAX_TEXT ? `${masked.slice(0, MAX_TEXT)}…` : masked);
}

function showList(run: RunState, list: readonly unknown[], depth: number): string {
  const shown = list.slice(0, MAX_KEYS).map((each) => show(run, each, depth + 1));
  return `[${[...shown, ...rest(list.length)].join(', ')}]`;
}

function showObject(run: RunState, value: object, depth: number): string {
  const keys = Object.keys(value);
  const shown = keys.slice(0, MAX_KEYS).map((key) => {
    const each: unknown = Reflect.get(value, key);
    return `${key.slice(0, MAX_TEXT)}: ${namesSecret(key) ? MASK : show(run, each, depth + 1)}`;
  });
  return `{ ${[...shown, ...rest(keys.length)].join(', ')} }`;
}

function rest(count: number): string[] {
  return count > MAX_KEYS ? [`… ${count - MAX_KEYS} more`] : [];
}
