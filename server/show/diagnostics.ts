/** Draws findings of the static checks. */
import { printable } from '../protocol/index.ts';
import type { Diagnostic } from '../protocol/index.ts';
import { placeText } from './error.ts';
import { styleFor } from './style.ts';
import type { Style } from './style.ts';

/** The findings of `check`, file by file, with a last line that counts them. */
export function showDiagnostics(
  diagnostics: readonly Diagnostic[],
  { color, files }: { readonly color: boolean; readonly files: number },
): string {
  const style = styleFor(color);
  const lines = diagnosticLines(diagnostics, style);
  return [...lines, ...(lines.length > 0 ? [''] : []), summary(diagnostics, files, style)].join(
    '\n',
  );
}

/** Two lines a finding: place and sentence, then advice. */
export function diagnosticLines(diagnostics: readonly Diagnostic[], style: Style): string[] {
  return diagnostics.flatMap(({ file, range, severity, message, code, help }) => {
    const place = style.cyan(placeText({ file, ...range.start }));
    const word = severity === 'error' ? style.red(severity) : style.yellow(severity);
    const first = `${place} ${word} ${printable(message)} ${style.dim(code)}`;
    return help ? [first, `  ${style.green('→')} ${printable(help.text)}`] : [first];
  });
}

function summary(diagnostics: readonly Diagnostic[], files: number, style: Style): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const errors = count('error');
  const found = [counted(errors, 'error'), counted(count('warning'), 'warning')].join(', ');
  const checked = style.dim(`${counted(files, 'file')} checked`);
  return `${errors > 0 ? style.red('✗') : style.green('✓')} ${found} · ${checked}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
