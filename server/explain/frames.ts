/** Turns the raw frames of a guest stack into the frames that people read. */
import { explainWords } from '../protocol/index.ts';
import type { Frame, FrameKind, FunctionSpan, Location } from '../protocol/index.ts';
import { RUNTIME_URL, SES_URL } from '../protocol/frame.ts';
import type { RawFrame } from '../protocol/wire.ts';
import type { ExplainedModule, ExplainedModules } from './modules.ts';

/** A frame with what is needed to merge and to locate it. */
export interface PlacedFrame {
  readonly frame: Frame;
  readonly module: ExplainedModule | null;
  readonly span: FunctionSpan | null;
  /** The compiler made this function around an expression; it has no authored one of its own. */
  readonly thunk: boolean;
  /** The class whose constructor this is. */
  readonly constructs: string | null;
}

/** What a stack looks like after mapping, merging and filtering. */
export interface ShownFrames {
  readonly frames: readonly Frame[];
  readonly hiddenFrames: number;
}

/** Maps each frame once and merges the frames of one authored call. */
export function placeFrames(raw: readonly RawFrame[], modules: ExplainedModules): PlacedFrame[] {
  return mergeThunks(raw.map((frame) => placeFrame(frame, modules)));
}

/** Keeps the author's frames, or all of them when debugging, and folds recursion. */
export function showFrames(placed: readonly PlacedFrame[], debug: boolean): ShownFrames {
  const frames = placed.map(({ frame }) => frame);
  const shown = debug ? frames : frames.filter(({ kind }) => kind === 'pattern');
  return { frames: foldRepeated(shown), hiddenFrames: frames.length - shown.length };
}

/** The place of the first authored frame. */
export function firstLocation(placed: readonly PlacedFrame[]): Location | null {
  const first = placed.find(({ frame }) => frame.kind === 'pattern' && frame.mapped);
  return first?.module?.locate(first.frame) ?? null;
}

/** The frames without the constructors of the error's own class: it was made where they end. */
export function outsideConstructor(
  placed: readonly PlacedFrame[],
  className: string | null,
): readonly PlacedFrame[] {
  const first = placed.findIndex(({ constructs }) => constructs === null);
  const leading = first < 0 ? placed : placed.slice(0, first);
  return placed.slice(leading.findLastIndex(({ constructs }) => constructs === className) + 1);
}

function placeFrame(raw: RawFrame, modules: ExplainedModules): PlacedFrame {
  const module = raw.url === null ? undefined : modules.bySourceURL(raw.url);
  return module === undefined ? foreignFrame(raw) : authoredFrame(raw, module);
}

function authoredFrame(raw: RawFrame, module: ExplainedModule): PlacedFrame {
  const emitted = { line: raw.line ?? 0, column: raw.column ?? 0 };
  const authored = emitted.line > 0 && emitted.column > 0 ? module.map(emitted) : null;
  const span = authored && module.functionAt(authored);
  // A module is evaluated text: V8 names functions without a name of their own by that.
  const name = authored === null ? nameOfEmitted(raw) : (nameOfClass(raw, span) ?? nameOf(span));
  return {
    frame: {
      function: name,
      file: module.source.path,
      ...(authored ?? emitted),
      kind: 'pattern',
      mapped: authored !== null,
      ...(raw.async ? { async: true } : {}),
    },
    module,
    span,
    thunk: /(?:^|\.)\$site$/.test(raw.functionName ?? ''),
    constructs: raw.constructor ? raw.functionName : null,
  };
}

function nameOfEmitted({ functionName }: RawFrame): string {
  return functionName === null || functionName === 'eval' ? 'anonymous' : functionName;
}

/** A constructor that nobody wrote runs at its class, inside of whatever function that stands in. */
function nameOfClass(
  { constructor, functionName }: RawFrame,
  span: FunctionSpan | null,
): string | null {
  if (!constructor || functionName === null || functionName === 'eval') return null;
  const isWritten =
    span?.name === functionName || span?.name === explainWords.constructorOf(functionName);
  return isWritten ? null : explainWords.constructorOf(functionName);
}

function nameOf(span: FunctionSpan | null): string {
  return span?.name ?? explainWords.moduleScope;
}

function foreignFrame(raw: RawFrame): PlacedFrame {
  const frame: Frame = {
    function: raw.functionName ?? 'anonymous',
    file: labelOf(raw),
    line: raw.line ?? 0,
    column: raw.column ?? 0,
    kind: kindOf(raw),
    mapped: false,
    ...(raw.async ? { async: true } : {}),
  };
  return { frame, module: null, span: null, thunk: false, constructs: null };
}

/** The hardened language evaluates modules from text of its own, which has lines but no name. */
function kindOf({ url, functionName, line }: RawFrame): FrameKind {
  if (url === SES_URL) return 'ses';
  if (url === null) return functionName === 'eval' && line !== null ? 'ses' : 'external';
  return url === RUNTIME_URL ? 'runtime' : 'external';
}

/** A short label; the folder of a file is nobody's business. Built-in functions have no lines. */
function labelOf({ url, line, native }: RawFrame): string {
  if (url === null) return native || line === null ? '<built-in>' : '<evaluated>';
  return url.startsWith('node:') ? url : baseName(url);
}

function baseName(url: string): string {
  return /([^/\\?]+)(?:\?.*)?$/.exec(url)?.[1] ?? '<unknown>';
}

/**
 * An expression site runs inside a function of the compiler's, called by the runtime, called by the
 * function that the author wrote: for the author that is one call, at the deeper place.
 */
function mergeThunks(frames: readonly PlacedFrame[]): PlacedFrame[] {
  const merged: PlacedFrame[] = [];
  const dropped = new Set<number>();
  frames.forEach((frame, index) => {
    if (dropped.has(index)) return;
    merged.push(frame);
    if (!frame.thunk || frame.span === null) return;
    for (let next = callerOf(frames, index); next !== null; next = callerOf(frames, next)) {
      const caller = frames[next];
      if (caller?.module !== frame.module || caller.span !== frame.span) return;
      dropped.add(next);
      if (!caller.thunk) return;
    }
  });
  return merged;
}

/** The next authored frame, if only frames of the runtime stand between. */
function callerOf(frames: readonly PlacedFrame[], index: number): number | null {
  for (let next = index + 1; next < frames.length; next++) {
    const kind = frames[next]?.frame.kind;
    if (kind === 'pattern') return next;
    if (kind !== 'runtime') return null;
  }
  return null;
}

function foldRepeated(frames: readonly Frame[]): Frame[] {
  const folded: Frame[] = [];
  for (const frame of frames) {
    const last = folded.at(-1);
    if (last && isSamePlace(last, frame)) {
      folded[folded.length - 1] = { ...last, repeated: (last.repeated ?? 1) + 1 };
    } else folded.push(frame);
  }
  return folded;
}

function isSamePlace(a: Frame, b: Frame): boolean {
  return (
    a.function === b.function &&
    a.file === b.file &&
    a.line === b.line &&
    a.column === b.column &&
    a.kind === b.kind &&
    a.async === b.async
  );
}
