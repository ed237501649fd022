/** SARIF 2.1.0, which code hosts show beside the lines of a change. */
import type { Diagnostic, Location, RunError } from '../protocol/index.ts';
import { catalogue } from '../protocol/messages/catalogue.ts';
import type { StepResult, TestResult } from '../testing/index.ts';
import { assertionFailed } from '../protocol/index.ts';

interface Finding {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly file: string;
  /** Absent: the file as a whole. */
  readonly region?: Readonly<Record<string, number>> | undefined;
}

const levels: Readonly<Record<Diagnostic['severity'], Finding['level']>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What static checks found. */
export function checksAsSarif(
  files: readonly { readonly diagnostics: readonly Diagnostic[] }[],
): string {
  const findings = files
    .flatMap(({ diagnostics }) => diagnostics)
    .map(({ code, severity, message, file, range: { start, end }, help }): Finding => {
      const region = {
        startLine: start.line,
        startColumn: start.column,
        endLine: end.line,
        endColumn: end.column,
      };
      const text = help === null ? message : `${message} ${help.text}`;
      return { code, level: levels[severity], text, file, region };
    });
  return sarif(findings);
}

/** What failed in pattern tests. */
export function testsAsSarif({ files }: TestResult): string {
  return sarif(
    files.flatMap(({ file, steps, error }) => [
      ...steps.filter(({ status }) => status === 'failed').map((step) => stepFinding(step, file)),
      ...(error === null ? [] : [errorFinding(error, file)]),
    ]),
  );
}

function stepFinding({ name, message, location, error }: StepResult, file: string): Finding {
  if (error !== null) return errorFinding(error, file);
  return {
    code: assertionFailed.definition.code,
    level: 'error',
    text: `${name}: ${message ?? ''}`,
    file: location?.file ?? file,
    region: regionOf(location),
  };
}

function errorFinding({ code, message, location }: RunError, file: string): Finding {
  const region = regionOf(location);
  return { code, level: 'error', text: message, file: location?.file ?? file, region };
}

function regionOf(location: Location | null): Finding['region'] {
  if (location === null) return undefined;
  const { line, column, endLine, endColumn } = location;
  const end = endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn };
  return { startLine: line, startColumn: column, ...end };
}

function sarif(findings: readonly Finding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const rules = codes.map((id) => {
    const title = catalogue.get(id)?.title;
    return title === undefined ? { id } : { id, shortDescription: { text: title } };
  });
  const results = findings.map(({ code, level, text, file, region }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          ...(region === undefined ? {} : { region }),
        },
      },
    ],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      { tool: { driver: { name: 'patternbox', rules } }, columnKind: 'utf16CodeUnits', results },
    ],
  };
  return JSON.stringify(log, null, 2);
}
