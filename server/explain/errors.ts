/** Builds errors in the shape of a run's result. */
import type { ErrorType, Location, Message, RunError } from '../protocol/index.ts';
import { codeFrame } from './code-frame.ts';
import type { ShownFrames } from './frames.ts';
import type { ExplainedModules } from './modules.ts';

/** What an error consists of besides its message. */
export interface ErrorParts extends ShownFrames {
  readonly location: Location | null;
  readonly name?: string | null;
  readonly cause?: RunError | null;
  readonly errors?: readonly RunError[];
  readonly during?: string | undefined;
  readonly pattern?: string | null | undefined;
  readonly builtAt?: Location | null | undefined;
}

export const noFrames: ShownFrames = Object.freeze({ frames: [], hiddenFrames: 0 });

/** Joins a type, a message and what is known of the place. */
export function runError(
  type: ErrorType,
  message: Message,
  parts: ErrorParts,
  modules: ExplainedModules,
): RunError {
  const { location, name, during, pattern, builtAt } = parts;
  const source = location && modules.byPath(location.file)?.source;
  return {
    type,
    code: message.code,
    ...(name ? { name } : {}),
    message: message.text,
    location,
    frames: parts.frames,
    hiddenFrames: parts.hiddenFrames,
    codeFrame: source ? codeFrame(source, location) : null,
    cause: parts.cause ?? null,
    errors: parts.errors ?? [],
    help: message.help,
    ...(during === undefined ? {} : { during }),
    ...(pattern ? { pattern } : {}),
    ...(builtAt ? { builtAt } : {}),
  };
}
