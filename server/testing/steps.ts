/** Takes the steps of a test in order. */
import type { OpenRun } from '../engine/index.ts';
import type { StepResult } from './api.ts';
import { judge } from './assertion.ts';
import type { PlannedStep } from './plan.ts';

/** The result of every step; a process that has ended fails all that are left. */
export async function runSteps(
  run: OpenRun,
  steps: readonly PlannedStep[],
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(run, step));
  return results;
}

async function runStep(run: OpenRun, step: PlannedStep): Promise<StepResult> {
  const done = (status: StepResult['status'], message: string | null = null): StepResult => ({
    name: step.name,
    status,
    message,
    location: null,
    error: status === 'failed' && message === null ? run.result.error : null,
  });
  if (step.skip) return done('skipped');
  if (hasEnded(run)) return done('failed');
  if (step.kind === 'assertion') {
    const message = judge(await run.read([...step.path, 'assertion']));
    if (hasEnded(run)) return done('failed');
    return done(message === null ? 'passed' : 'failed', message);
  }
  if (step.kind === 'action' && step.stream !== undefined) {
    const event = 'event' in step ? { event: step.event } : {};
    await run.send({ stream: step.stream, ...event });
  }
  if (step.kind === 'render') await run.read([...step.path, 'render']);
  return done(hasEnded(run) ? 'failed' : 'passed');
}

/** A function, because the process may end during any step. */
function hasEnded(run: OpenRun): boolean {
  return !run.alive;
}
