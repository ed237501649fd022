/** Explains a thrown value: its type by structure, its message in the author's terms. */
import {
  clockOutsideHandler,
  forgottenAwait,
  importRefused,
  limitReached,
  networkRefused,
  permissionRefused,
  requestsExhausted,
  resultTooDeep,
  resultTooLarge,
  thrownValue,
  uncaughtError,
} from '../protocol/index.ts';
import type { ErrorType, Location, Message, RunError } from '../protocol/index.ts';
import { catalogue } from '../protocol/messages/catalogue.ts';
import type { Refusal, ThrownRecord } from '../protocol/wire.ts';
import { adviceFor } from './advice.ts';
import type { Scene } from './advice.ts';
import { baseBefore, cleanText, firstParameter, holdsPromise, wordAt } from './engine-text.ts';
import { runError } from './errors.ts';
import { firstLocation, outsideConstructor, placeFrames, showFrames } from './frames.ts';
import type { PlacedFrame } from './frames.ts';
import type { ExplainedModules } from './modules.ts';

/** Chains of causes end here; a hostile one has no end. */
const MAX_DEPTH = 8;
/** Errors of one AggregateError that are shown. */
const MAX_ERRORS = 20;

/** Classes that the engine itself throws; an error of any other means only what it says. */
const enginesOwn: ReadonlySet<string | null> = new Set([
  null,
  'Error',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
]);

/** What is known about the moment of the throw. */
export interface ThrownContext {
  readonly modules: ExplainedModules;
  readonly debug: boolean;
  /** Where to point when no authored frame is left: the builder's call. */
  readonly fallback: Location | null;
  readonly during?: string | undefined;
  /** The pattern in whose body that builder call stands. */
  readonly pattern?: string | null;
  /** The builder call whose callback was running. */
  readonly builtAt?: Location | null;
  /** The stream whose event was being handled. */
  readonly stream?: string | null;
  /** The sandbox itself found it. */
  readonly own?: boolean;
}

/** The error for a thrown value, with its causes. */
export function explainThrown(thrown: ThrownRecord, context: ThrownContext, depth = 0): RunError {
  const { modules, debug } = context;
  const placed = placeFrames(thrown.frames, modules);
  const inner = { modules, debug, fallback: null };
  const nested = (record: ThrownRecord): RunError => explainThrown(record, inner, depth + 1);
  const message =
    depth > 0 && thrown.kind !== 'error'
      ? uncaughtError({ name: null, text: cleanText(thrown.message) })
      : messageOf(thrown, sceneOf(placed, context), placed, context.own ?? false);
  const location = firstLocation(outsideConstructor(placed, thrown.name)) ?? context.fallback;
  const deeper = depth < MAX_DEPTH;
  return runError(
    typeOf(thrown.refusal),
    message,
    {
      ...showFrames(placed, debug),
      location,
      name: thrown.kind === 'error' && !thrown.refusal ? thrown.name : null,
      cause: deeper && thrown.cause ? nested(thrown.cause) : null,
      errors: deeper ? thrown.errors.slice(0, MAX_ERRORS).map(nested) : [],
      during: context.during,
      pattern: context.pattern ?? (depth === 0 ? patternAround(location, modules) : null),
      builtAt: context.builtAt,
    },
    modules,
  );
}

/** The pattern in whose text a place stands, for what no builder call of a pattern led to. */
function patternAround(location: Location | null, modules: ExplainedModules): string | null {
  return location && (modules.byPath(location.file)?.patternAt(location) ?? null);
}

function typeOf(refusal: Refusal | null): ErrorType {
  if (refusal?.kind === 'permission') return 'PermissionError';
  return refusal?.kind === 'limit' ? 'ResourceLimitError' : 'RuntimeError';
}

function messageOf(
  thrown: ThrownRecord,
  scene: Scene,
  placed: readonly PlacedFrame[],
  own: boolean,
): Message {
  if (thrown.refusal) return refusalMessage(thrown.refusal);
  const text = cleanText(thrown.message);
  if (thrown.kind !== 'error') return thrownValue({ text });
  const ours = ownMessage(thrown, placed, text, own);
  if (ours) return ours;
  const advice = enginesOwn.has(thrown.name) ? adviceFor(thrown.message, scene) : undefined;
  const promise = advice === undefined ? null : promiseAt(placed, scene.base);
  if (promise !== null) return forgottenAwait({ name: promise });
  return advice ?? uncaughtError({ name: thrown.name, text });
}

/** The limits of a result have sentences of their own. */
function limitMessage({ limit, value, used }: Extract<Refusal, { kind: 'limit' }>): Message {
  if (limit === 'host.requests') return requestsExhausted({ limit: value });
  if (limit === 'result.depth') return resultTooDeep({ limitDepth: value });
  return limit === 'result.bytes'
    ? resultTooLarge({ limitBytes: value, usedBytes: Math.round(used) })
    : limitReached({ name: limit, value, used });
}

/** The message for something that the sandbox itself refused. */
export function refusalMessage(refusal: Refusal): Message {
  switch (refusal.kind) {
    case 'clock':
      return clockOutsideHandler({ what: refusal.what });
    case 'limit':
      return limitMessage(refusal);
    case 'permission': {
      const { scope, target, reason } = refusal;
      const why = reason === undefined ? {} : { reason };
      if (scope === 'network') return networkRefused({ target, ...why });
      if (scope === 'import') return importRefused({ target });
      return permissionRefused({ scope, target, ...why });
    }
  }
}

/** A message of the pattern runtime: it carries its code, and the runtime made the error. */
function ownMessage(
  { code }: ThrownRecord,
  placed: readonly PlacedFrame[],
  text: string,
  own: boolean,
): Message | undefined {
  const trusted = own || placed[0]?.frame.kind === 'runtime';
  const definition = trusted ? catalogue.get(code ?? '') : undefined;
  if (definition === undefined) return undefined;
  const help = definition.help?.length === 0 ? definition.help({} as never) : undefined;
  return { code: definition.code, text, help: help === undefined ? null : { text: help } };
}

function sceneOf(placed: readonly PlacedFrame[], { stream = null }: ThrownContext): Scene {
  const [top] = placed;
  const text = top?.module?.source.text ?? '';
  const offset = top?.frame.mapped ? top.module?.text.offsetAt(top.frame) : undefined;
  return {
    base: baseAt(placed),
    word: offset === undefined ? null : wordAt(text, offset),
    stream,
    event:
      top?.span && / (?:handler|action)$/.test(top.span.name)
        ? firstParameter(text, top.span)
        : null,
  };
}

/** The name before the place, if the text says that it holds a promise. */
function promiseAt([top]: readonly PlacedFrame[], base: string | null): string | null {
  const root = /^[\w$]+/.exec(base ?? '')?.[0];
  if (root === undefined || !top?.module) return null;
  return holdsPromise(top.module.source.text, root) ? root : null;
}

/** What stands before the property at which the topmost frame stopped. */
function baseAt([top]: readonly PlacedFrame[]): string | null {
  if (!top?.module || !top.frame.mapped) return null;
  return baseBefore(top.module.source.text, top.module.text.offsetAt(top.frame));
}
