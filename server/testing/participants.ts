/**
 * Takes the steps of several participants. Each takes its own in order, until it awaits a label that
 * nobody has announced yet; then it is the next one's turn.
 */
import { errorOf } from '../engine/index.ts';
import type { OpenRun } from '../engine/index.ts';
import { testDeadlock } from '../protocol/index.ts';
import type { RunError } from '../protocol/index.ts';
import type { StepResult } from './api.ts';
import type { PlannedStep } from './plan.ts';
import { makeWalker } from './steps.ts';
import type { Walker } from './steps.ts';

interface Participant {
  readonly name: string;
  readonly walker: Walker;
  readonly left: PlannedStep[];
}

/** The results of all steps that could be taken, and why the others could not. */
export async function runParticipants(
  run: OpenRun,
  plans: ReadonlyMap<string, readonly PlannedStep[]>,
): Promise<{ readonly steps: readonly StepResult[]; readonly error: RunError | null }> {
  const participants = [...plans].map(([name, steps]): Participant => {
    return { name, walker: makeWalker({ run, participant: name }), left: [...steps] };
  });
  const announced = new Set<string>();
  const steps: StepResult[] = [];
  for (;;) {
    const before = steps.length;
    for (const participant of participants) {
      steps.push(...(await takeTurn(participant, announced)));
    }
    const parked = participants.filter(({ left }) => left.length > 0);
    if (parked.length === 0) return { steps, error: null };
    if (steps.length > before) continue;
    const waiting = parked.map(
      ({ name, left: [next] }) => `${name} awaits "${next?.marker ?? ''}"`,
    );
    const message = testDeadlock({ waiting: waiting.join(', ') });
    return { steps, error: errorOf('RuntimeError', message) };
  }
}

/** Takes a participant's steps up to the first that has to wait. */
async function takeTurn(
  { walker, left }: Participant,
  announced: Set<string>,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (let [next] = left; next !== undefined; [next] = left) {
    const { kind, marker = '', skip } = next;
    if (kind === 'await' && !skip && !announced.has(marker)) break;
    left.shift();
    results.push(await walker.take(next));
    if (kind === 'label' && !skip) announced.add(marker);
  }
  return results;
}
