/** The `console` of a pattern: ordered, live, on a byte budget of its own, and powerless. */
import type { GuestMessage } from '../protocol/wire.ts';
import { outputTruncated } from '../protocol/messages/limits.ts';
import type { Format } from './format.ts';
import type { FrameReader } from './frames.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

type Level = Extract<GuestMessage, { type: 'console' }>['level'];

export interface ConsoleParts {
  readonly format: Format;
  readonly framesAbove: FrameReader['framesAbove'];
  readonly send: (message: GuestMessage) => void;
  /** Bytes that may still be printed are asked for each line, as the budget comes with the run. */
  readonly budget: () => number;
}

export interface PatternConsole {
  readonly console: Readonly<Record<string, (...values: unknown[]) => void>>;
  readonly outputBytes: () => number;
  /** Marks what is printed meanwhile as printed by modules that load. */
  readonly whileLoading: (load: () => void) => void;
}

/** UTF-8 bytes of a text, without allocating them. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const levels: Readonly<Record<string, Level>> = {
  log: 'log',
  info: 'info',
  warn: 'warn',
  error: 'error',
  debug: 'debug',
  trace: 'debug',
  dir: 'log',
  table: 'log',
  group: 'log',
  groupCollapsed: 'log',
};

/** Makes the console; every method returns undefined and reads nothing but its arguments' data. */
export function makeConsole({ format, framesAbove, send, budget }: ConsoleParts): PatternConsole {
  let outputBytes = 0;
  let truncated = false;
  let indent = 0;
  let loading = false;
  const counts = new Map<string, number>();

  const print = (level: Level, text: string, from: (...args: never[]) => unknown): void => {
    if (truncated) return;
    const limitBytes = budget();
    const bytes = utf8Bytes(text);
    truncated = outputBytes + bytes > limitBytes;
    if (truncated) {
      send({
        type: 'console',
        level: 'warn',
        text: outputTruncated({ limitBytes }).text,
        frames: [],
      });
      return;
    }
    outputBytes += bytes;
    send({
      type: 'console',
      level,
      text: `${'  '.repeat(indent)}${text}`,
      frames: [...framesAbove(from)],
      ...(loading ? { loading } : {}),
    });
  };

  const methods: Record<string, (...values: unknown[]) => void> = {};
  const define = (name: string, method: (...values: unknown[]) => void): void => {
    methods[name] = method;
  };
  for (const [name, level] of Object.entries(levels)) {
    const method = (...values: unknown[]): void => {
      print(level, format(values), method);
      if (name.startsWith('group')) indent = Math.min(indent + 1, 20);
    };
    define(name, method);
  }
  define('groupEnd', () => {
    indent = Math.max(indent - 1, 0);
  });
  const assert = (condition: unknown, ...values: unknown[]): void => {
    if (!condition) print('error', guestWords.assertionFailed(format(values)), assert);
  };
  define('assert', assert);
  const count = (label: unknown = 'default'): void => {
    const name = format([label]).slice(0, 100);
    const next = (counts.get(name) ?? 0) + 1;
    if (counts.size < 1000 || counts.has(name)) counts.set(name, next);
    print('log', `${name}: ${next}`, count);
  };
  define('count', count);
  define('countReset', (label: unknown = 'default') => {
    counts.delete(format([label]).slice(0, 100));
  });
  // No clock outside handlers: timers are accepted and say nothing.
  for (const name of ['time', 'timeLog', 'timeEnd', 'clear']) define(name, () => undefined);

  const whileLoading = (load: () => void): void => {
    loading = true;
    try {
      load();
    } finally {
      loading = false;
    }
  };
  return Object.freeze({
    console: Object.freeze(methods),
    outputBytes: () => outputBytes,
    whileLoading,
  });
}
