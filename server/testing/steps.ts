/** Takes the steps of a test in order. */
import type { OpenRun } from '../engine/index.ts';
import { renderedNothing, stepNotReached } from '../protocol/index.ts';
import type { StepResult } from './api.ts';
import { comparisonOf, isAbsent, judge, originOf } from './assertion.ts';
import type { PlannedStep } from './plan.ts';
import { isRenderable } from './views.ts';

/** How long one step may take. */
const STEP = { timeoutMs: 5000 } as const;
/** How often an assertion after an action is asked again, once late answers have arrived. */
const RETRIES = 3;

/** A run as one participant sees it; undefined where there are no several ones. */
export interface Subject {
  readonly run: OpenRun;
  readonly participant?: string | undefined;
}

/** Takes steps one after the other, and remembers what matters for the next one. */
export interface Walker {
  readonly take: (step: PlannedStep) => Promise<StepResult>;
}

/** Makes the walker of one participant. */
export function makeWalker(subject: Subject): Walker {
  let acted = false;
  return Object.freeze<Walker>({
    take: (step) => {
      acted ||= step.kind === 'action' && !step.skip;
      // What others did has arrived with the marker: there is nothing to wait for.
      const retries = acted && subject.participant === undefined ? RETRIES : 0;
      return runStep(subject, step, retries);
    },
  });
}

/** The result of every step; those after the end of the process fail, and say so. */
export async function runSteps(
  run: OpenRun,
  steps: readonly PlannedStep[],
): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const walker = makeWalker({ run });
  for (const step of steps) results.push(await walker.take(step));
  return results;
}

async function runStep(subject: Subject, step: PlannedStep, retries: number): Promise<StepResult> {
  const { run, participant } = subject;
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
  if (!isAlive(run)) return done('failed', stepNotReached({}).text);
  if (step.kind === 'assertion') {
    const before = errorCount(run);
    const value = await pull(subject, step, retries);
    const message = judge(value);
    if (!isAlive(run)) return done('failed');
    // It threw: the error says more than that there is no value.
    if (isAbsent(value) && errorCount(run) > before) return done('failed');
    const origin = message === null ? null : originOf(value);
    const status = message === null ? 'passed' : 'failed';
    return { ...done(status, message, origin && run.locate(origin)), ...comparisonOf(value) };
  }
  if (step.kind === 'action' && step.stream !== undefined) {
    const { stream, event: eventAt } = step;
    const whose = participant === undefined ? {} : { participant };
    await run.send({ stream, ...(eventAt ? { eventAt } : {}), ...whose }, STEP);
  }
  if (step.kind === 'settle') await run.advance('settle', STEP);
  if (step.kind === 'render') {
    const view = await run.read([...step.path, 'render'], STEP, participant);
    if (isAlive(run) && !isRenderable(view)) return done('failed', renderedNothing({}).text);
  }
  return done(isAlive(run) ? 'passed' : 'failed');
}

/** The value of an assertion; one that does not hold is asked again after late answers. */
async function pull(
  { run, participant }: Subject,
  step: PlannedStep,
  retries: number,
): Promise<unknown> {
  const path = [...step.path, 'assertion'];
  let value = await run.read(path, STEP, participant);
  for (let left = retries; left > 0 && isAlive(run) && judge(value) !== null; left -= 1) {
    await run.advance('settle', STEP);
    value = await run.read(path, STEP, participant);
  }
  return value;
}

function errorCount({ result }: OpenRun): number {
  return result.error === null ? 0 : result.errors.length + 1;
}

function lastError({ result }: OpenRun): StepResult['error'] {
  return result.errors.at(-1) ?? result.error;
}

/** Asked anew each time: a step can end the process. */
function isAlive(run: OpenRun): boolean {
  return run.alive;
}
