/** What one sandbox process has ready before a pattern comes: runtime, console, compartment. */
import type { GuestMessage } from '../protocol/wire.ts';
import type { Runtime, RuntimePowers } from '../runtime/index.ts';
import { makeConsole } from './console.ts';
import type { PatternConsole } from './console.ts';
import { makeEndowments } from './endowments.ts';
import { makeFormat } from './format.ts';
import type { FrameReader } from './frames.ts';
import { makeInspector } from './inspect.ts';
import type { Inspector } from './inspect.ts';
import type { Powers } from './powers.ts';
import { defineShims } from './shims.ts';
import type { Shims } from '../protocol/shims.ts';

export type CreateRuntime = (powers: RuntimePowers) => Runtime;

export interface Realm {
  readonly runtime: Runtime;
  readonly inspector: Inspector;
  readonly patternConsole: PatternConsole;
  /** Evaluates text in the pattern's compartment. */
  readonly evaluate: (text: string) => unknown;
}

export interface RealmParts {
  readonly powers: Powers;
  readonly frames: FrameReader;
  readonly createRuntime: CreateRuntime;
  readonly runtimePowers: RuntimePowers;
  readonly send: (message: GuestMessage) => void;
  readonly outputBudget: () => number;
  readonly shims: () => Shims;
}

/** Makes the realm of one run, with no trace of any pattern in it. */
export function makeRealm(parts: RealmParts): Realm {
  const runtime = parts.createRuntime(parts.runtimePowers);
  const inspector = makeInspector(parts.powers.types, runtime.resolve);
  const patternConsole = makeConsole({
    format: makeFormat(inspector),
    framesAbove: parts.frames.framesAbove,
    send: parts.send,
    budget: parts.outputBudget,
  });
  const globals = makeEndowments(patternConsole.console, runtime.globals);
  const compartment = new Compartment({
    globals,
    name: 'pattern',
    __options__: true,
  });
  defineShims(compartment.globalThis, globals, parts.shims);
  // Before the first evaluation: a free global name costs 300 times as much otherwise.
  Object.freeze(compartment.globalThis);
  return Object.freeze<Realm>({
    runtime,
    inspector,
    patternConsole,
    evaluate: (text) => compartment.evaluate(text) as unknown,
  });
}
