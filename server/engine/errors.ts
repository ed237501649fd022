/** Makes the errors that the engine itself raises, in the shape of every other error. */
import type { ErrorType, Message, RunError } from '../protocol/index.ts';

/** An error without a place: about the run as a whole, not about a line of the author's. */
export function errorOf(type: ErrorType, message: Message): RunError {
  return {
    type,
    code: message.code,
    message: message.text,
    location: null,
    frames: [],
    hiddenFrames: 0,
    codeFrame: null,
    cause: null,
    errors: [],
    help: message.help,
  };
}
