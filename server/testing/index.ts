/** Runs pattern tests: a test is a pattern whose result lists the steps to take. */
import { errorOf } from '../engine/index.ts';
import type { Engine, OpenRun, RunOptions, RunRequest } from '../engine/index.ts';
import {
  testMarkerMissing,
  testStepsMissing,
  testStepUnknown,
  testStepWithoutStream,
} from '../protocol/index.ts';
import type { Message, RunError } from '../protocol/index.ts';
import type { TestFileResult, TestResult } from './api.ts';
import { checkFile, checkParticipants, resultOf } from './file-checks.ts';
import { runParticipants } from './participants.ts';
import { planSteps } from './plan.ts';
import type { PlannedStep, PlanProblem } from './plan.ts';
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
  if (run.participants.length > 0) return runTogether(run);
  const { result } = run;
  const planned = planSteps(result.result);
  if (!isPlan(planned)) {
    return summary(result.file, [], result.error ?? problemError(planned));
  }
  const steps = await runSteps(run, planned);
  if (isOfToday(planned)) await run.advance('rehearse');
  const { result: last } = run;
  return summary(last.file, steps, checkFile(last, errorOf));
}

/** A test with several users: each has steps, flags and errors of its own. */
async function runTogether(run: OpenRun): Promise<TestFileResult> {
  const { result, participants } = run;
  const plans = new Map<string, readonly PlannedStep[]>();
  for (const name of participants) {
    const planned = planSteps(resultOf(result, name), name);
    if (!isPlan(planned)) {
      const problem = { ...problemError(planned), participant: name };
      return summary(result.file, [], result.error ?? problem);
    }
    plans.set(name, planned);
  }
  const { steps, error } = await runParticipants(run, plans);
  if (error === null && [...plans.values()].some(isOfToday)) await run.advance('rehearse');
  const { result: last } = run;
  return summary(last.file, steps, error ?? checkParticipants(last, participants, errorOf));
}

/** Older tests do not mind computations that are not idempotent. */
function isOfToday(planned: readonly PlannedStep[]): boolean {
  return planned.some(({ path: [list] }) => list === '$TESTS');
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

function problemError({ problem, step = 0 }: PlanProblem): RunError {
  return errorOf('RuntimeError', describe(problem, step));
}

function describe(problem: PlanProblem['problem'], step: number): Message {
  switch (problem) {
    case 'unknown-step':
      return testStepUnknown({ step });
    case 'no-stream':
      return testStepWithoutStream({ step });
    case 'no-marker':
      return testMarkerMissing({ step });
    case 'no-steps':
      return testStepsMissing({});
  }
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
