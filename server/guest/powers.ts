/**
 * What the bootstrap hands to the guest: the only powers of the host that the sandbox process keeps
 * after the realm is stripped. None of them is ever passed to a pattern.
 */
import { guestWords } from '../protocol/messages/guest-words.ts';

import type { SiteRegister } from '../protocol/functor.ts';

/** Brand checks of V8, which run no code of the value. */
export interface TypeChecks {
  readonly isProxy: (value: unknown) => boolean;
  readonly isNativeError: (value: unknown) => value is Error;
  readonly isDate: (value: unknown) => value is Date;
  readonly isRegExp: (value: unknown) => value is RegExp;
  readonly isMap: (value: unknown) => value is Map<unknown, unknown>;
  readonly isSet: (value: unknown) => value is Set<unknown>;
  readonly isPromise: (value: unknown) => value is Promise<unknown>;
  readonly isAnyArrayBuffer: (value: unknown) => value is ArrayBuffer;
  readonly isArrayBufferView: (value: unknown) => value is ArrayBufferView;
}

/** How a turn ended: by itself, at its deadline, or stopped by the host's signal. */
export type TurnEnd = 'done' | 'deadline' | 'interrupted';

/** What a debugger asks about the process that it is attached to. */
export interface Inspected {
  /** `ws://127.0.0.1:<port>/<secret>` */
  readonly url: string;
  readonly pid: number;
  readonly version: string;
  readonly arch: string;
}

export interface Powers {
  /** Sends one message, whole, before it returns. */
  readonly send: (text: string) => void;
  /** The same on the descriptor for last words, which no cut-off frame can have spoiled. */
  readonly sendLastWords: (text: string) => void;
  /** Calls back with each message of the host, between turns. */
  readonly listen: (onText: (text: string) => void) => void;
  /** Waits for one answer to a question that was sent in this turn. */
  readonly awaitReply: () => string;
  /**
   * Runs `work` and ends it at the deadline, whatever it does; `work` must not throw. Null: there is
   * no deadline, because the time in which a debugger has stopped the process would count.
   */
  readonly runTurn: (work: () => void, milliseconds: number | null) => TurnEnd;
  /** Runs every microtask that is queued, and those that they queue. */
  readonly drain: () => void;
  /** Stops for good: the host kills the process, or it ends by itself soon after. */
  readonly awaitDeath: () => never;
  /** Calls back with the reason of every promise rejection that nobody handled. */
  readonly onRejection: (listener: (reason: unknown) => void) => void;
  /** Milliseconds on a clock that only goes forward, finer than `now`. */
  readonly elapsedMs: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In [0, 1), from the system. */
  readonly random: () => number;
  readonly cpuTimeMs: () => number;
  readonly memoryMb: () => number;
  readonly types: TypeChecks;
  /** Where compiled code stores its place; the host can read it from outside. */
  readonly register: SiteRegister;
  /** Outcome of the bootstrap's own proofs, by layer. */
  readonly layers: Readonly<Record<string, boolean>>;
  /** Null unless the process was started to be debugged. */
  readonly inspected: Inspected | null;
}

/** The name under which the bootstrap leaves the powers; it exists until the guest has started. */
export const POWERS_KEY = 'patternboxPowers';

/** Takes the powers out of the global scope, so that nothing else can. */
export function takePowers(): Powers {
  const holder = globalThis as { [POWERS_KEY]?: Powers };
  const powers = holder[POWERS_KEY];
  if (powers === undefined || !Reflect.deleteProperty(holder, POWERS_KEY)) {
    throw new Error(guestWords.noBootstrap);
  }
  return powers;
}
