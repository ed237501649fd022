/**
 * The clock and chance of a pattern: refused outside handlers, because a computation may run again
 * at any time; inside them the clock is coarse. Patterns of the older API get the value and a
 * finding. Decision 13 of the design.
 */
import { FERAL_DATE, FERAL_MATH } from './commons.ts';
import { clockRefused } from './errors.ts';
import { noteClock } from './reactive/findings.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';
import type { RunState } from './run-state.ts';
import { plainCopy } from './plain-copy.ts';

const SECOND = 1000;

/** Whether a handler is at work, or goes on after an `await`. */
function isHandling({ frame }: RunState): boolean {
  return frame.kind === 'handler' || frame.kind === 'late';
}

/** Refuses, or notes, a use of `what` outside a handler. */
function admit(run: RunState, what: string): void {
  if (isHandling(run)) return;
  if (run.generation !== 'commontools') throw clockRefused(what);
  noteClock(run, what);
}

function makeDate(run: RunState): unknown {
  const now = (what: string): number => {
    admit(run, what);
    return Math.floor(run.powers.now() / SECOND) * SECOND;
  };
  const PatternDate = function Date(...args: unknown[]): unknown {
    if ((new.target as unknown) === undefined) return new FERAL_DATE(now('Date()')).toString();
    const given = args.length === 0 ? [now(guestWords.newDate)] : args;
    return Reflect.construct(FERAL_DATE, given, new.target) as unknown;
  };
  const statics = {
    now: () => now('Date.now()'),
    parse: (text: string) => FERAL_DATE.parse(text),
    UTC: (...args: Parameters<typeof Date.UTC>) => FERAL_DATE.UTC(...args),
  };
  for (const [name, value] of Object.entries(statics)) {
    Object.defineProperty(PatternDate, name, { value: Object.freeze(value), enumerable: false });
  }
  Object.defineProperty(PatternDate, 'prototype', { value: FERAL_DATE.prototype, writable: false });
  return Object.freeze(PatternDate);
}

function makeMath(run: RunState): unknown {
  const math = Object.create(Object.prototype) as object;
  // After lockdown the intrinsic's own `random` is not configurable, so it must not be copied.
  for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(FERAL_MATH))) {
    if (name !== 'random') Object.defineProperty(math, name, member);
  }
  const random = (): number => {
    admit(run, 'Math.random()');
    return run.powers.random();
  };
  Object.defineProperty(math, 'random', { value: Object.freeze(random), enumerable: false });
  return Object.freeze(math);
}

/** A random identifier, as the older API gives it. */
function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (digit) => {
    const value = FERAL_MATH.floor(random() * 16);
    return (digit === 'x' ? value : (value & 3) | 8).toString(16);
  });
}

/** The globals that replace the intrinsics in the compartment. */
export function makeGlobals(run: RunState): Readonly<Record<string, unknown>> {
  const ask = run.powers.fetch;
  return Object.freeze({
    Date: makeDate(run),
    Math: makeMath(run),
    secureRandom: Object.freeze((): number => {
      admit(run, 'secureRandom()');
      return run.powers.random();
    }),
    randomUUID: Object.freeze((): string => {
      admit(run, 'randomUUID()');
      return uuid(run.powers.random);
    }),
    structuredClone: Object.freeze((value: unknown) => plainCopy(value)),
    ...(ask === undefined
      ? {}
      : {
          fetch: Object.freeze((resource: unknown, init: unknown) =>
            ask(resource, init, isHandling(run)),
          ),
        }),
  });
}
