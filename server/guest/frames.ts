/** Structured stack frames of errors, for the host only: a pattern sees an empty `stack`. */
import type { RawFrame } from '../protocol/wire.ts';
import { TURN_URL } from '../protocol/runtime-urls.ts';
import { OriginalError, ownerOf } from './ses-boundary.ts';
import { getterOf } from './intrinsics.ts';
import type { TypeChecks } from './powers.ts';

/** Frames kept of one error: deep enough for real programs, bounded for endless recursion. */
const MAX_FRAMES = 100;
const MAX_CONSOLE_FRAMES = 12;
const MAX_NAME = 200;

export interface FrameReader {
  /** The frames of an error; empty for a value that is none or whose stack was overwritten. */
  readonly framesOf: (error: unknown) => readonly RawFrame[];
  /** The frames of the caller of `from`. */
  readonly framesAbove: (from: (...args: never[]) => unknown) => readonly RawFrame[];
}

const text = (value: string | null | undefined): string | null =>
  typeof value === 'string' ? value.slice(0, MAX_NAME) : null;

function isAsync(site: NodeJS.CallSite): boolean {
  return (site as unknown as { isAsync: () => boolean }).isAsync();
}

function toFrame(site: NodeJS.CallSite): RawFrame {
  const line = site.getLineNumber();
  const column = site.getColumnNumber();
  const url = text(site.getScriptNameOrSourceURL());
  return {
    functionName: text(site.getFunctionName()),
    url: ownerOf(url, line ?? 0, column ?? 0),
    line,
    column,
    async: isAsync(site),
    constructor: site.isConstructor(),
    native: site.isNative(),
  };
}

/**
 * The frames of the turn: what called it belongs to no run. V8 puts the functions that wait for the
 * current one behind all others, so those are kept.
 */
function toFrames(sites: readonly NodeJS.CallSite[]): readonly RawFrame[] {
  const end = sites.findIndex((site) => site.getScriptNameOrSourceURL() === TURN_URL);
  if (end < 0) return sites.map(toFrame);
  const waiting = sites.slice(end).filter(isAsync);
  return [...sites.slice(0, end), ...waiting].map(toFrame);
}

/** Takes over stack formatting; call once, after lockdown. */
export function captureFrames(types: TypeChecks): FrameReader {
  const captured = new WeakMap<object, readonly NodeJS.CallSite[]>();
  OriginalError.stackTraceLimit = MAX_FRAMES;
  // What this returns is what a pattern can read, so it says nothing.
  OriginalError.prepareStackTrace = (error: object, sites) => {
    captured.set(error, sites);
    return '';
  };
  // Newer engines have `stack` as an own accessor with a getter of their own.
  const nativeGetter = getterOf(new OriginalError(), 'stack');

  /** Has V8 format the stack, unless reading `stack` could run code of the pattern. */
  const format = (error: object): void => {
    // Looking is enough where `stack` is a data property.
    const getter = getterOf(error, 'stack');
    if (getter !== undefined && getter === nativeGetter) Reflect.apply(getter, error, []);
  };

  const framesOf = (error: unknown): readonly RawFrame[] => {
    if (types.isProxy(error) || !types.isNativeError(error)) return [];
    format(error);
    return toFrames(captured.get(error) ?? []);
  };

  const framesAbove: FrameReader['framesAbove'] = (from) => {
    const holder = {};
    const limit = OriginalError.stackTraceLimit;
    OriginalError.stackTraceLimit = MAX_CONSOLE_FRAMES;
    OriginalError.captureStackTrace(holder, from);
    Reflect.get(holder, 'stack');
    OriginalError.stackTraceLimit = limit;
    return toFrames(captured.get(holder) ?? []);
  };

  return Object.freeze({ framesOf, framesAbove });
}
