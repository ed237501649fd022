/** JUnit's XML, which most CI services show: one suite a file, one case a step or a check. */
import { showWords } from '../protocol/index.ts';
import type { Diagnostic, RunError } from '../protocol/index.ts';
import type { StepResult, TestResult } from '../testing/index.ts';
import { placeText } from './error.ts';

interface Case {
  readonly name: string;
  readonly skipped?: boolean;
  readonly failures: readonly { readonly type: string; readonly text: string }[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** What pattern tests found. */
export function testsAsJunit({ files }: TestResult): string {
  return junit(
    files.map(({ file, steps, error }) => ({
      name: file,
      cases: [
        ...steps.map(stepCase),
        ...(error === null ? [] : [{ name: showWords.wholeFile, failures: [errorFailure(error)] }]),
      ],
    })),
  );
}

/** What static checks found; only errors are failures. */
export function checksAsJunit(
  files: readonly { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[],
): string {
  return junit(
    files.map(({ file, diagnostics }) => ({
      name: file,
      cases: [
        {
          name: 'check',
          failures: diagnostics
            .filter(({ severity }) => severity === 'error')
            .map(({ code, message, range, file: at }) => ({
              type: code,
              text: `${placeText({ file: at, ...range.start })}: ${message}`,
            })),
        },
      ],
    })),
  );
}

function stepCase({ name, status, message, location, error }: StepResult): Case {
  if (status !== 'failed') return { name, skipped: status === 'skipped', failures: [] };
  if (error !== null) return { name, failures: [errorFailure(error)] };
  const place = location === null ? '' : `${placeText(location)}\n`;
  return { name, failures: [{ type: 'assertion', text: `${place}${message ?? ''}` }] };
}

function errorFailure({ code, message, location }: RunError): Case['failures'][number] {
  const place = location === null ? '' : `${placeText(location)}: `;
  return { type: code, text: `${place}${message}` };
}

function junit(suites: readonly Suite[]): string {
  const lines = suites.flatMap(({ name, cases }) => [
    `  <testsuite${attributes({ name, ...counts(cases) })}>`,
    ...cases.flatMap((each) => caseLines(each, name)),
    '  </testsuite>',
  ]);
  const all = attributes({ name: 'patternbox', ...counts(suites.flatMap(({ cases }) => cases)) });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${all}>`, ...lines, '</testsuites>']
    .join('\n')
    .concat('\n');
}

function counts(cases: readonly Case[]): Readonly<Record<string, number>> {
  return {
    tests: cases.length,
    failures: cases.filter(({ failures }) => failures.length > 0).length,
    skipped: cases.filter(({ skipped }) => skipped === true).length,
  };
}

function caseLines({ name, skipped, failures }: Case, file: string): string[] {
  const open = `    <testcase${attributes({ name, classname: file })}`;
  if (skipped === true) return [`${open}>`, '      <skipped/>', '    </testcase>'];
  if (failures.length === 0) return [`${open}/>`];
  const inner = failures.map(({ type, text }) => {
    const message = text.split('\n').find((line) => line !== '') ?? '';
    return `      <failure${attributes({ type, message })}>${escaped(text)}</failure>`;
  });
  return [`${open}>`, ...inner, '    </testcase>'];
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** XML has no place for control characters and halves of pairs, whatever a test says. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff&<>"]/gu, (character) => {
    if (character === '\n' || character === '\t') return character;
    return entities[character] ?? '\ufffd';
  });
}
