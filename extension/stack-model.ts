/** The Pattern Stack as plain data: errors, their frames in order, neighbours of one kind grouped. */
import {
  words,
  type Frame,
  type FrameKind,
  type RunError,
  type RunResult,
} from '../server/protocol/index.ts';

export type StackNode =
  | { readonly type: 'error'; readonly error: RunError; readonly label: string }
  | { readonly type: 'group'; readonly kind: FrameKind; readonly frames: readonly Frame[] }
  | { readonly type: 'frame'; readonly frame: Frame };

/** The errors of a run, each followed by what caused it. */
export function errorNodes(result: RunResult | null): StackNode[] {
  if (result === null) return [];
  return [result.error, ...result.errors].flatMap((error) => (error ? chain(error) : []));
}

/** What hangs below a node. */
export function childrenOf(node: StackNode): StackNode[] {
  if (node.type === 'error') return groups(node.error.frames);
  if (node.type === 'group') return node.frames.map((frame) => ({ type: 'frame', frame }));
  return [];
}

/** The stack as text, one line a frame, every kind named. */
export function traceText(file: string, result: RunResult | null): string {
  const lines = [words.traceOf(file), ''];
  for (const node of errorNodes(result)) {
    if (node.type !== 'error') continue;
    lines.push(node.label);
    if (node.error.during !== undefined) lines.push(`  ${words.during(node.error.during)}`);
    lines.push(...node.error.frames.map(frameLine), '');
  }
  const events = result?.trace?.events ?? [];
  lines.push(...events.map((event) => JSON.stringify(event)));
  return `${lines.join('\n').trimEnd()}\n`;
}

function frameLine(frame: Frame): string {
  const name = frame.async ? `${words.asyncFrame} ${frame.function}` : frame.function;
  const place = frame.mapped ? `${frame.file}:${frame.line}:${frame.column}` : frame.file;
  const repeated = frame.repeated === undefined ? '' : ` ${words.repeated(frame.repeated)}`;
  return `  [${words.frameKinds[frame.kind]}] ${name} (${place})${repeated}`;
}

function chain(error: RunError, prefix = ''): StackNode[] {
  const name = error.name ?? error.type;
  const node: StackNode = { type: 'error', error, label: `${prefix}${name}: ${error.message}` };
  const causes = [error.cause, ...error.errors].flatMap((inner) =>
    inner ? chain(inner, `${words.causedBy}: `) : [],
  );
  return [node, ...causes];
}

function groups(frames: readonly Frame[]): StackNode[] {
  const found: { type: 'group'; kind: FrameKind; frames: Frame[] }[] = [];
  for (const frame of frames) {
    const last = found.at(-1);
    if (last?.kind === frame.kind) last.frames.push(frame);
    else found.push({ type: 'group', kind: frame.kind, frames: [frame] });
  }
  return found;
}
