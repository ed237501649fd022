/** The Pattern Stack as plain data: errors, their frames by kind, and what else is known of the run. */
import {
  sandboxGlobals,
  stackWords,
  type Frame,
  type FrameKind,
  type Location,
  type RunError,
  type RunResult,
  type TraceEntry,
} from '../../server/protocol/index.ts';
import { rowOf } from '../webview/trace/model.ts';
import { traceWords } from '../../server/protocol/messages/trace-words.ts';
import { reactivePath } from './reactive-path.ts';

export type SectionId = 'path' | 'modules' | 'globals';

/** Something that is said, and the place that it is about. */
export interface NoteNode {
  readonly type: 'note';
  readonly of: 'during' | 'builder' | 'step' | 'module' | 'global' | 'fine';
  readonly label: string;
  readonly detail?: string;
  readonly location?: Location;
}

export type StackNode =
  | {
      readonly type: 'error';
      readonly error: RunError;
      readonly label: string;
      readonly path: readonly TraceEntry[];
    }
  | { readonly type: 'group'; readonly kind: FrameKind; readonly frames: readonly Frame[] }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'section'; readonly of: SectionId; readonly children: readonly StackNode[] }
  | NoteNode;

/** The author's frames come first, the machinery behind them. */
const kinds: readonly FrameKind[] = ['pattern', 'external', 'runtime', 'ses'];

/** The top of the view: the errors of a run, each followed by what caused it, then the run. */
export function rootNodes(result: RunResult | null): StackNode[] {
  if (result === null) return [];
  const errors = errorNodes(result);
  const fine: NoteNode = { type: 'note', of: 'fine', label: stackWords.noErrors };
  return [...(errors.length > 0 ? errors : [fine]), ...modules(result), globals()];
}

/** The errors of a run, each followed by what caused it. */
export function errorNodes(result: RunResult): Extract<StackNode, { type: 'error' }>[] {
  const events = result.trace?.events ?? [];
  return [result.error, ...result.errors].flatMap((error) => (error ? chain(error, events) : []));
}

/** What hangs below a node. */
export function childrenOf(node: StackNode): readonly StackNode[] {
  switch (node.type) {
    case 'error':
      return [...duringNote(node.error), ...groups(node.error.frames), ...pathSection(node.path)];
    case 'group':
      return node.frames.map((frame) => ({ type: 'frame', frame }));
    case 'section':
      return node.children;
    default:
      return [];
  }
}

function chain(
  error: RunError,
  events: readonly TraceEntry[],
  prefix = '',
): Extract<StackNode, { type: 'error' }>[] {
  const name = error.name ?? error.type;
  const path = reactivePath(events, error);
  const label = `${prefix}${name}: ${error.message}`;
  const causes = [error.cause, ...error.errors].flatMap((inner) =>
    inner ? chain(inner, events, `${stackWords.causedBy}: `) : [],
  );
  return [{ type: 'error', error, label, path }, ...causes];
}

function duringNote({ during, builtAt, pattern }: RunError): StackNode[] {
  if (builtAt === undefined) {
    if (during === undefined) return [];
    return [{ type: 'note', of: 'during', label: stackWords.during(during) }];
  }
  const label = during === undefined ? stackWords.builderCall : stackWords.during(during, pattern);
  return [{ type: 'note', of: 'builder', label, detail: placeOf(builtAt), location: builtAt }];
}

function groups(frames: readonly Frame[]): StackNode[] {
  return kinds.flatMap((kind) => {
    const found = frames.filter((frame) => frame.kind === kind);
    return found.length === 0 ? [] : [{ type: 'group', kind, frames: found }];
  });
}

function pathSection(path: readonly TraceEntry[]): StackNode[] {
  if (path.length === 0) return [];
  const children = path.map((entry): NoteNode => {
    const { kind, subject, detail, location } = rowOf(entry);
    const label = `${traceWords.kinds[kind]} ${subject}`;
    return { type: 'note', of: 'step', label, detail, ...(location && { location }) };
  });
  return [{ type: 'section', of: 'path', children }];
}

function modules({ trace }: RunResult): StackNode[] {
  const loads = trace?.events.filter((entry) => entry.type === 'load') ?? [];
  if (loads.length === 0) return [];
  const children = loads.map(({ module, durationMs }): NoteNode => {
    const location = { file: module, line: 1, column: 1 };
    const detail = traceWords.took(durationMs);
    return { type: 'note', of: 'module', label: module, detail, location };
  });
  return [{ type: 'section', of: 'modules', children }];
}

function globals(): StackNode {
  const names = [...sandboxGlobals].sort((one, other) => (one < other ? -1 : 1));
  const children = names.map((label): NoteNode => ({ type: 'note', of: 'global', label }));
  return { type: 'section', of: 'globals', children };
}

/** A place as people write it. */
export function placeOf({
  file,
  line,
  column,
}: Pick<Location, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}

/** The name of a frame, with what is special about it. */
export function frameName({ async, function: name }: Frame): string {
  return async ? `${stackWords.asyncFrame} ${name}` : name;
}

/** Where a frame is, as far as that means something to people. */
export function frameDetail(frame: Frame): string {
  const place = frame.mapped ? placeOf(frame) : frame.file;
  return frame.repeated === undefined ? place : `${place} ${stackWords.repeated(frame.repeated)}`;
}
