/** Turns a finding of the static checks into the error of a run that did not start. */
import type { Diagnostic, ModuleSource, RunError } from '../protocol/index.ts';
import { codeFrame } from './code-frame.ts';

/** The run's error; `source` is the file of the finding, for the code frame. */
export function diagnosticError(
  { code, message, file, range, help }: Diagnostic,
  source?: ModuleSource,
): RunError {
  const location = {
    file,
    line: range.start.line,
    column: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
  return {
    type: code.startsWith('PB10') ? 'SyntaxError' : 'VerificationError',
    code,
    message,
    location,
    frames: [],
    hiddenFrames: 0,
    codeFrame: source ? codeFrame(source, location) : null,
    cause: null,
    errors: [],
    help,
  };
}
