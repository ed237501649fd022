/** Takes the steps of a test in order. */
import type { OpenRun } from '../engine/index.ts';
import { renderedNothing } from '../protocol/index.ts';
import type { StepResult } from './api.ts';
import { comparisonOf, judge, originOf } from './assertion.ts';
import type { PlannedStep } from './plan.ts';
import { isRenderable } from './views.ts';

/** How long one step may take. */
const STEP = { timeoutMs: 5000 } as const;
/** How often an assertion after an action is asked again, once late answers have arrived. */
const RETRIES = 3;

/** The result of every step; a process that has ended fails all that are left. */
export async function runSteps(
  run: OpenRun,
  steps: readonly PlannedStep[],
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  let acted = false;
  for (const step of steps) {
    acted ||= step.kind === 'action' && !step.skip;
    results.push(await runStep(run, step, acted ? RETRIES : 0));
  }
  return results;
}

async function runStep(run: OpenRun, step: PlannedStep, retries: number): Promise<StepResult> {
  const done = (
    status: StepResult['status'],
    message: string | null = null,
    location: StepResult['location'] = null,
  ): StepResult => ({
    name: step.name,
    status,
    message,
    location,
    error: status === 'failed' && message === null ? lastError(run) : null,
  });
  if (step.skip) return done('skipped');
  if (!isAlive(run)) return done('failed');
  if (step.kind === 'assertion') {
    const value = await pull(run, step, retries);
    const message = judge(value);
    if (!isAlive(run)) return done('failed');
    const origin = message === null ? null : originOf(value);
    const status = message === null ? 'passed' : 'failed';
    return { ...done(status, message, origin && run.locate(origin)), ...comparisonOf(value) };
  }
  if (step.kind === 'action' && step.stream !== undefined) {
    const event = 'event' in step ? { event: step.event } : {};
    await run.send({ stream: step.stream, ...event }, STEP);
  }
  if (step.kind === 'settle') await run.advance('settle', STEP);
  if (step.kind === 'render') {
    const view = await run.read([...step.path, 'render'], STEP);
    if (isAlive(run) && !isRenderable(view)) return done('failed', renderedNothing({}).text);
  }
  return done(isAlive(run) ? 'passed' : 'failed');
}

/** The value of an assertion; one that does not hold is asked again after late answers. */
async function pull(run: OpenRun, step: PlannedStep, retries: number): Promise<unknown> {
  const path = [...step.path, 'assertion'];
  let value = await run.read(path, STEP);
  for (let left = retries; left > 0 && isAlive(run) && judge(value) !== null; left -= 1) {
    await run.advance('settle', STEP);
    value = await run.read(path, STEP);
  }
  return value;
}

function lastError({ result }: OpenRun): StepResult['error'] {
  return result.errors.at(-1) ?? result.error;
}

/** Asked anew each time: a step can end the process. */
function isAlive(run: OpenRun): boolean {
  return run.alive;
}
