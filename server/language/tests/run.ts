/** Runs one file of tests: a test pattern, or recorded scenarios against the pattern beside them. */
import { errorOf, type Engine, type RunOptions } from '../../engine/index.ts';
import {
  invalidScenario,
  scenarioWithoutPattern,
  type Message,
  type Permissions,
  type RunLimits,
} from '../../protocol/index.ts';
import type { TestCaseReport, TestFileReport } from '../../protocol/client-tests.ts';
import { isScenarioPath, patternsOfScenario } from '../../protocol/test-file.ts';
import { parseScenarios, replay, type Scenario } from '../../replay/index.ts';
import { runTestFile } from '../../testing/index.ts';
import type { Documents } from '../documents.ts';
import type { Places } from '../to-diagnostics.ts';
import { errorProblem, reportScenario, reportTests } from './report.ts';
import { scenariosOf } from './scenario-outline.ts';

export interface TestPowers {
  readonly engine: () => Engine;
  readonly documents: Documents;
  readonly rootOf: (file: string) => string;
  readonly placesFor: (root: string) => Places;
  readonly limits: (path: string) => RunLimits;
  readonly permissions: (path: string) => Permissions;
  readonly debug: () => boolean;
}

export interface TestRun {
  readonly path: string;
  /** Only the scenarios of these names. */
  readonly only?: readonly string[];
  readonly options: RunOptions;
  readonly onCase: (report: TestCaseReport) => void;
}

type Report = Omit<TestFileReport, 'durationMs'>;

/** Runs the file; whatever is wrong with it is in the report. */
export async function runFile(powers: TestPowers, run: TestRun): Promise<TestFileReport> {
  const startedAt = performance.now();
  const report = isScenarioPath(run.path)
    ? await runScenarios(powers, run)
    : await runTests(powers, run);
  return { ...report, durationMs: performance.now() - startedAt };
}

async function runTests(powers: TestPowers, { path, options, onCase }: TestRun): Promise<Report> {
  const root = powers.rootOf(path);
  const request = {
    root,
    limits: powers.limits(path),
    permissions: powers.permissions(path),
    debug: powers.debug(),
  };
  const result = await runTestFile(powers.engine(), path, request, options);
  const report = reportTests(result, powers.placesFor(root));
  report.cases.forEach(onCase);
  return report;
}

async function runScenarios(powers: TestPowers, run: TestRun): Promise<Report> {
  const { path, only, options, onCase } = run;
  const { documents } = powers;
  const root = powers.rootOf(path);
  const places = powers.placesFor(root);
  const text = documents.files.read(path) ?? '';
  const file = patternsOfScenario(path).find((each) => documents.files.exists(each));
  const name = path.split(/[\\/]/).at(-1) ?? path;
  if (file === undefined) return refused(scenarioWithoutPattern({ file: name }), places);
  const parsed = parse(text);
  if ('reason' in parsed) {
    return refused(invalidScenario({ file: name, reason: parsed.reason }), places);
  }

  const outline = scenariosOf(text);
  const uri = documents.uriOf(path);
  const request = {
    file,
    root,
    limits: powers.limits(path),
    permissions: powers.permissions(path),
    debug: powers.debug(),
  };
  const cases: TestCaseReport[] = [];
  for (const scenario of parsed.scenarios) {
    if (only !== undefined && !only.includes(scenario.name)) continue;
    if (options.signal?.aborted) break;
    const { scenarios } = await replay(powers.engine(), request, [scenario], options);
    for (const result of scenarios) {
      const report = reportScenario(result, uri, outline, places);
      cases.push(report);
      onCase(report);
    }
  }
  return { cases, problems: [] };
}

function parse(
  text: string,
): { readonly scenarios: readonly Scenario[] } | { readonly reason: string } {
  try {
    return parseScenarios(JSON.parse(text));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function refused(message: Message, places: Places): Report {
  return { cases: [], problems: [errorProblem(errorOf('UsageError', message), places)] };
}
