/** Text of a value for the reader of one line: bounded in depth, width and length. */
import { readContent } from './face/read.ts';
import { follow } from './store/walk.ts';
import { innerCollection } from './store/immutable.ts';
import type { RunState } from './run-state.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

const MAX_DEPTH = 4;
const MAX_ITEMS = 20;
const MAX_STRING = 200;
const MAX_TEXT = 500;

/** Letter by letter: a debugger forbids the engine to remember a match of an expression. */
function isIdentifier(name: string): boolean {
  if (name === '' || (name >= '0' && name < ':')) return false;
  for (let index = 0; index < name.length; index += 1) {
    const each = name.charAt(index);
    const letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    if (!letter && !(each >= '0' && each <= '9') && each !== '_' && each !== '$') return false;
  }
  return true;
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** A value of the author as text. What throws when it is looked at has none. */
export function describeValue(run: RunState, value: unknown): string {
  try {
    return cut(describe(run, value, 0), MAX_TEXT);
  } catch {
    return '[unreadable]';
  }
}

/** A piece by its name, anything else as text. */
export function describePiece(run: RunState, value: unknown): string {
  try {
    const link = typeof value === 'object' && value !== null && run.references.get(value);
    const piece = link ? readContent(run, link) : value;
    const isPiece = typeof piece === 'object' && piece !== null && !Array.isArray(piece);
    if (!isPiece) return describeValue(run, value);
    const name: unknown = Reflect.get(piece, '$NAME');
    return name === undefined ? guestWords.unnamedPiece : describeValue(run, name);
  } catch {
    return '[unreadable]';
  }
}

function describe(run: RunState, value: unknown, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(cut(value, MAX_STRING));
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'function') return '[function]';
  if (typeof value !== 'object' || value === null) return String(value);
  const link = run.references.get(value);
  if (link !== undefined) {
    if (depth > MAX_DEPTH) return '…';
    if (follow(run, link).node.kind === 'stream') return '[stream]';
    return describe(run, readContent(run, link), depth + 1);
  }
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? guestWords.invalidDate : value.toJSON();
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`;
  if (value instanceof Error) return `${value.name}: ${cut(value.message, MAX_STRING)}`;
  return describeItems(run, value, depth);
}

function describeItems(run: RunState, value: object, depth: number): string {
  const inner = (each: unknown): string => describe(run, each, depth + 1);
  const list = value as readonly unknown[];
  if (Array.isArray(value)) {
    return bracket(['[', ']'], list.length, depth, (count) => list.slice(0, count).map(inner));
  }
  const collection = innerCollection(value) ?? value;
  if (collection instanceof Map || collection instanceof Set) {
    const name = collection instanceof Map ? 'Map {' : 'Set {';
    const items = [...(collection as Iterable<unknown>)];
    return bracket([name, '}'], items.length, depth, (count) => items.slice(0, count).map(inner));
  }
  const keys = Object.keys(value);
  return bracket(['{', '}'], keys.length, depth, (count) =>
    keys.slice(0, count).map((key) => {
      const name = isIdentifier(key) ? key : JSON.stringify(cut(key, MAX_STRING));
      return `${name}: ${inner((value as Record<string, unknown>)[key])}`;
    }),
  );
}

function bracket(
  [open, close]: readonly [string, string],
  size: number,
  depth: number,
  items: (count: number) => readonly string[],
): string {
  if (size === 0) return open + close;
  if (depth >= MAX_DEPTH) return `${open}…${close}`;
  const shown = [...items(MAX_ITEMS)];
  if (size > shown.length) shown.push(`… ${size - shown.length} more`);
  const space = open === '[' ? '' : ' ';
  return `${open}${space}${shown.join(', ')}${space}${close}`;
}
