/** Says what was running when something went wrong, in the author's words. */
import { explainWords, type CallFact } from '../protocol/index.ts';
import type { Failure } from '../protocol/wire.ts';

/** `computed displayName`, `handler increment after increment event`. */
export function duringText(
  failure: Failure,
  fact: CallFact | undefined,
  module: string | undefined,
): string {
  const about = fact === undefined ? withoutFact(failure, module) : subjectOf(failure, fact);
  const { stream } = failure;
  const told = stream === null ? about : explainWords.afterEvent(about, stream);
  const inPromise = fact !== undefined && failure.phase === 'rejection';
  return inPromise ? explainWords.inPromise(told) : told;
}

function withoutFact({ phase }: Failure, module: string | undefined): string {
  const isLoading = phase === 'load' && module !== undefined;
  return isLoading ? explainWords.loadingOf(module) : explainWords.phases[phase];
}

function subjectOf({ phase }: Failure, { builder, name, position }: CallFact): string {
  const subject = `${builder} ${name ?? explainWords.inLine(position.line)}`;
  return phase === 'instantiate' ? explainWords.startOf(subject) : subject;
}
