/**
 * Shows what the runtime noticed, and did not call a failure, as diagnostics: at the line that was
 * running, else at the builder call.
 */
import type { Diagnostic, Location, Severity } from '../protocol/index.ts';
import { catalogue } from '../protocol/messages/catalogue.ts';
import type { Finding } from '../protocol/wire.ts';

const severities: Readonly<Record<Finding['kind'], Severity>> = {
  'non-settling': 'warning',
  'non-idempotent': 'warning',
  clock: 'warning',
  promise: 'warning',
  'late-write': 'information',
  'ungranted-service': 'information',
  navigation: 'information',
};

/** What the message says to do; the findings' own help takes nothing from the run. */
function helpOf(code: string): Diagnostic['help'] {
  const help = catalogue.get(code)?.help;
  return help?.length === 0 ? { text: help({} as never) } : null;
}

/** One diagnostic for each finding; one without a place stands at the start of `file`. */
export function findingDiagnostics(
  findings: readonly Finding[],
  file: string,
  locate: (finding: Finding) => Location | null,
): Diagnostic[] {
  return findings.map((finding) => {
    const { kind, code, text, participant, service } = finding;
    const at = locate(finding) ?? { file, line: 1, column: 1 };
    const start = { line: at.line, column: at.column };
    const end = { line: at.endLine ?? at.line, column: at.endColumn ?? at.column + 1 };
    return {
      code,
      severity: severities[kind],
      message: text,
      file: at.file,
      range: { start, end },
      help: helpOf(code),
      ...(participant === undefined ? {} : { participant }),
      ...(service === undefined ? {} : { service }),
    };
  });
}
