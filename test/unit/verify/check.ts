import { verifyGraph } from '../../../server/verify/index.ts';
import type { Diagnostic } from '../../../server/protocol/index.ts';
import { programOf } from './programs.ts';
import type { HandWritten } from './programs.ts';

/** Verifies one hand-written module. */
export async function check(
  body: string,
  about: Omit<HandWritten, 'body'> = {},
): Promise<Diagnostic[]> {
  return verifyGraph(programOf({ 'main.tsx': { ...about, body } }));
}

/** `PB1103 error 1:1-1:10`, one finding a string. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, severity, range: { start, end } }) => {
    return `${code} ${severity} ${start.line}:${start.column}-${end.line}:${end.column}`;
  });
}
