/** Runs pattern tests: a test is a pattern whose result lists the steps to take. */
import { errorOf } from '../engine/index.ts';
import type { Engine, OpenRun, RunOptions, RunRequest } from '../engine/index.ts';
import {
  multiUserUnsupported,
  testStepsMissing,
  testStepUnknown,
  testStepWithoutStream,
} from '../protocol/index.ts';
import type { Message, RunError } from '../protocol/index.ts';
import type { TestFileResult, TestResult } from './api.ts';
import { checkFile } from './file-checks.ts';
import { planSteps } from './plan.ts';
import type { PlanProblem } from './plan.ts';
import { runSteps } from './steps.ts';

export type * from './api.ts';

export type TestRequest = Pick<RunRequest, 'root' | 'limits' | 'debug' | 'seed' | 'clock'>;

/** Runs one test file in a process of its own. */
export async function runTestFile(
  engine: Engine,
  file: string,
  request: TestRequest = {},
  options: RunOptions = {},
): Promise<TestFileResult> {
  const run = await engine.open(
    { ...request, file, exportName: 'default', input: {}, test: true },
    options,
  );
  try {
    return await runOpened(run);
  } finally {
    run.close();
  }
}

async function runOpened(run: OpenRun): Promise<TestFileResult> {
  const { result } = run;
  const planned = planSteps(result.result);
  if (!isPlan(planned)) {
    return summary(result.file, [], result.error ?? problemError(planned, result.result));
  }
  const steps = await runSteps(run, planned);
  if (planned.some(({ path: [list] }) => list === '$TESTS')) await run.advance('rehearse');
  const { result: last } = run;
  return summary(last.file, steps, checkFile(last, errorOf));
}

function isPlan(
  planned: ReturnType<typeof planSteps>,
): planned is Exclude<typeof planned, PlanProblem> {
  return !('problem' in planned);
}

function summary(
  file: string,
  steps: TestFileResult['steps'],
  error: RunError | null,
): TestFileResult {
  const count = (status: string): number => steps.filter((step) => step.status === status).length;
  return {
    file,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    steps,
    error,
  };
}

function problemError({ problem, step = 0 }: PlanProblem, result: unknown): RunError {
  return errorOf('RuntimeError', describe(problem, step, result));
}

function describe(problem: PlanProblem['problem'], step: number, result: unknown): Message {
  if (problem === 'unknown-step') return testStepUnknown({ step });
  if (problem === 'no-stream') return testStepWithoutStream({ step });
  const several = typeof result === 'object' && result !== null && 'participants' in result;
  return several ? multiUserUnsupported({}) : testStepsMissing({});
}

/** Sums up several files. */
export function totalsOf(files: readonly TestFileResult[]): TestResult {
  const sum = (field: 'passed' | 'failed' | 'skipped'): number =>
    files.reduce((total, file) => total + file[field], 0);
  const success = files.every(({ failed, error }) => failed === 0 && error === null);
  return {
    success,
    files,
    totals: {
      files: files.length,
      passed: sum('passed'),
      failed: sum('failed'),
      skipped: sum('skipped'),
    },
  };
}
