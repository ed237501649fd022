/** Formats console arguments for reading: bounded, cycle-safe, and without running their code. */
import type { Inspector, Seen } from './inspect.ts';
import { eachEntry, eachValue } from './intrinsics.ts';
import { fillPlaceholders } from './placeholders.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

const MAX_DEPTH = 4;
const MAX_ITEMS = 100;
const MAX_STRING = 10_000;
/** Characters of one argument; a line that is longer is cut. */
const MAX_TEXT = 100_000;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/u;

const cut = (text: string): string =>
  text.length > MAX_STRING ? `${text.slice(0, MAX_STRING)}… (${text.length} characters)` : text;

export type Format = (values: readonly unknown[]) => string;

/** Makes the formatter: strings as they are, everything else as an author would write it. */
export function makeFormat(inspector: Inspector): Format {
  const formatOne = (root: unknown): string => {
    const open = new Set<object>();
    let left = MAX_TEXT;

    const list = (
      value: object,
      brackets: readonly [string, string],
      size: number,
      each: (show: (text: string) => void) => void,
    ): string => {
      if (open.has(value)) return '[Circular]';
      if (open.size >= MAX_DEPTH || left <= 0) return `${brackets[0]}…${brackets[1]}`;
      open.add(value);
      const parts: string[] = [];
      each((text) => {
        left -= text.length;
        parts.push(text);
      });
      open.delete(value);
      if (size > parts.length) parts.push(`… ${size - parts.length} more`);
      const inner = parts.join(', ');
      if (inner === '') return brackets.join('');
      return brackets[0].endsWith('{')
        ? `${brackets[0]} ${inner} ${brackets[1]}`
        : `${brackets[0]}${inner}${brackets[1]}`;
    };

    const array = (value: object, length: number): string =>
      list(value, ['[', ']'], length, (show) => {
        for (let index = 0; index < Math.min(length, MAX_ITEMS) && left > 0; index++) {
          show(nested(inspector.own(value, index)));
        }
      });

    const object = (value: object): string => {
      const keys = inspector.keys(value);
      return list(value, ['{', '}'], keys.length, (show) => {
        for (const key of keys.slice(0, MAX_ITEMS)) {
          if (left <= 0) return;
          const name = IDENTIFIER.test(key) ? key : JSON.stringify(cut(key));
          show(`${name}: ${nested(inspector.own(value, key))}`);
        }
      });
    };

    const collection = (value: object, kind: 'map' | 'set'): string => {
      const items: string[] = [];
      let size = 0;
      const visit = (item: unknown, key?: unknown): void => {
        size += 1;
        if (items.length >= MAX_ITEMS || left <= 0) return;
        items.push(kind === 'map' ? `${nested(key)} => ${nested(item)}` : nested(item));
      };
      return list(value, [kind === 'map' ? 'Map {' : 'Set {', '}'], 0, (show) => {
        if (kind === 'map') eachEntry(value, (key, item) => visit(item, key));
        else eachValue(value, (item) => visit(item));
        items.forEach(show);
        if (size > items.length) show(`… ${size - items.length} more`);
      });
    };

    const error = (value: object): string => {
      const part = (key: string): string => {
        const found = inspector.own(value, key);
        return typeof found === 'string' ? cut(found) : '';
      };
      const name = cut(inspector.className(value) ?? 'Error');
      const message = part('message');
      return message === '' ? name : `${name}: ${message}`;
    };

    const formatSeen = (seen: Seen): string => {
      switch (seen.kind) {
        case 'primitive':
          if (typeof seen.value === 'string') return JSON.stringify(cut(seen.value));
          return Object.is(seen.value, -0) ? '-0' : String(seen.value);
        case 'bigint':
          return `${cut(seen.value.toString())}n`;
        case 'symbol':
          return `Symbol(${cut(seen.description)})`;
        case 'function':
          return `[${seen.export ?? 'function'}${seen.name === '' ? '' : ` ${cut(seen.name)}`}]`;
        case 'stream':
          return '[stream]';
        case 'proxy':
          return '[Proxy]';
        case 'opaque':
          return `[${seen.type}]`;
        case 'date':
          return Number.isNaN(seen.time)
            ? guestWords.invalidDate
            : new Date(seen.time).toISOString();
        case 'regexp':
          return cut(`/${seen.source}/${seen.flags}`);
        case 'bytes':
          return `${seen.type} (${seen.bytes.length} bytes)`;
        case 'array':
          return array(seen.value, seen.length);
        case 'map':
        case 'set':
          return collection(seen.value, seen.kind);
        case 'error':
          return error(seen.value);
        case 'object':
          return object(seen.value);
      }
    };

    const nested = (value: unknown): string => formatSeen(inspector.look(value));
    const seen = inspector.look(root);
    const plain = seen.kind === 'primitive' && typeof seen.value === 'string' ? seen.value : null;
    const text = plain ?? formatSeen(seen);
    return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  };

  return (values) => fillPlaceholders(values, formatOne).map(formatOne).join(' ');
}
