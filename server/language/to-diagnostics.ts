/** From the engine's findings and run errors to the editor's diagnostics. */
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver/node';
import { fixturesFileOf } from '../engine/index.ts';
import { alsoFailed, causesOf, type Cause } from './causes.ts';
import {
  findingCodes,
  isAnswerable,
  printable,
  printableLines,
  rangeOf,
  toBase0,
  words,
  type Base0Range,
  type Diagnostic,
  type Help,
  type RunError,
  type RunResult,
} from '../protocol/index.ts';

/** How to name places, by root-relative file. */
export interface Places {
  /** Absolute path; undefined for a name that leaves the root. */
  readonly pathOf: (file: string) => string | undefined;
  readonly uriOf: (path: string) => string;
  /** The documentation page of a message code, if it is installed. */
  readonly pageOf: (code: string) => string | undefined;
}

export type DiagnosticsByPath = Map<string, LspDiagnostic[]>;

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const nowhere: Base0Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** Groups the findings of a static check by the file that each is in. */
export function checkDiagnostics(
  findings: readonly Diagnostic[],
  places: Places,
): DiagnosticsByPath {
  const byPath: DiagnosticsByPath = new Map();
  for (const finding of findings) {
    const range = { start: toBase0(finding.range.start), end: toBase0(finding.range.end) };
    add(byPath, places.pathOf(finding.file), {
      ...base(finding.code, finding.message, finding.help, places),
      severity: severities[finding.severity],
      range,
    });
  }
  return byPath;
}

/** The errors, findings and waiting hints of a run, by the file that each is in. */
export function runDiagnostics(result: RunResult, places: Places): DiagnosticsByPath {
  const byPath: DiagnosticsByPath = new Map();
  const errors = [result.error, ...result.errors].filter(
    (error) => error !== null && error.type !== 'CancelledError',
  );
  const entry = places.pathOf(result.file);
  for (const cause of causesOf(errors.filter((error) => error !== null))) {
    const path = places.pathOf(cause.first.location?.file ?? result.file);
    add(byPath, path, errorDiagnostic(cause, places, entry));
  }
  for (const finding of result.diagnostics) {
    if (!findingCodes.has(finding.code)) continue;
    add(byPath, places.pathOf(finding.file), findingDiagnostic(finding, result.file, places));
  }
  for (const { at, for: input } of result.waiting) {
    if (at === null) continue;
    add(byPath, places.pathOf(at.file), {
      source: words.productName,
      message: printable(words.waitingFor(input)),
      severity: DiagnosticSeverity.Hint,
      range: rangeOf(at),
    });
  }
  return byPath;
}

/** A finding of a run; an unanswered service knows the file that could answer it. */
function findingDiagnostic(finding: Diagnostic, entry: string, places: Places): LspDiagnostic {
  const { service } = finding;
  const file = places.pathOf(entry);
  const answerable = service !== undefined && isAnswerable(service) && file !== undefined;
  return {
    ...base(finding.code, finding.message, finding.help, places),
    severity: severities[finding.severity],
    range: { start: toBase0(finding.range.start), end: toBase0(finding.range.end) },
    ...(answerable && { data: { service, fixtures: fixturesFileOf(file) } }),
  };
}

/** The same finding of an older text: kept in view, but no longer as an error. */
export function staleDiagnostic(diagnostic: LspDiagnostic, range: Base0Range): LspDiagnostic {
  const stale: LspDiagnostic = {
    ...diagnostic,
    range,
    message: `${textOf(diagnostic)} ${words.staleSuffix}`,
    tags: [DiagnosticTag.Unnecessary],
  };
  const { severity } = diagnostic;
  if (severity !== undefined && severity < DiagnosticSeverity.Information) {
    stale.severity = DiagnosticSeverity.Information;
  }
  return stale;
}

/** The message as text; newer protocol versions also allow Markdown there. */
export function textOf({ message }: LspDiagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** `entry`: the file that was run, whose trace has the whole story. */
function errorDiagnostic(cause: Cause, places: Places, entry: string | undefined): LspDiagnostic {
  const error = cause.first;
  const text = error.name === undefined ? error.message : `${error.name}: ${error.message}`;
  const uriOf = ({ file }: { readonly file: string }): string | undefined => {
    const path = places.pathOf(file);
    return path === undefined ? undefined : places.uriOf(path);
  };
  const related = [...relatedFrames(error, places), ...alsoFailed(cause, uriOf)];
  const { data, ...shown } = base(error.code, text, error.help, places);
  const trace = entry === undefined ? {} : { trace: places.uriOf(entry) };
  return {
    ...shown,
    data: { ...data, ...trace },
    severity: DiagnosticSeverity.Error,
    range: error.location === null ? nowhere : rangeOf(error.location),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** The author's other frames, innermost first, then where the cause was thrown. */
function relatedFrames(error: RunError, places: Places): DiagnosticRelatedInformation[] {
  const related: DiagnosticRelatedInformation[] = [];
  const own = error.location;
  for (const frame of error.frames) {
    if (frame.kind !== 'pattern' || !frame.mapped) continue;
    if (own?.file === frame.file && own.line === frame.line && own.column === frame.column)
      continue;
    const path = places.pathOf(frame.file);
    if (path === undefined) continue;
    const location = { uri: places.uriOf(path), range: rangeOf(frame) };
    related.push({ location, message: printable(words.calledFrom(frame.function)) });
  }
  for (const inner of [error.cause, ...error.errors]) {
    const path = inner?.location ? places.pathOf(inner.location.file) : undefined;
    if (!inner?.location || path === undefined) continue;
    const location = { uri: places.uriOf(path), range: rangeOf(inner.location) };
    related.push({ location, message: printable(`${words.causedBy}: ${inner.message}`) });
  }
  return related;
}

function base(code: string, message: string, help: Help | null, places: Places) {
  const page = places.pageOf(code);
  return {
    source: words.productName,
    code,
    message: printableLines(help === null ? message : `${message}\n${help.text}`),
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(help?.fix !== undefined && { data: { fix: help.fix } }),
  };
}

function add(byPath: DiagnosticsByPath, path: string | undefined, diagnostic: LspDiagnostic): void {
  if (path === undefined) return;
  const list = byPath.get(path);
  if (list) list.push(diagnostic);
  else byPath.set(path, [diagnostic]);
}
