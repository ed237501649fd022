/** Says what was running when something went wrong, in the author's words. */
import type { CallFact } from '../protocol/index.ts';
import type { Failure } from '../protocol/wire.ts';

const phaseWords: Record<Failure['phase'], string | undefined> = {
  load: 'loading of the module',
  instantiate: 'start of the pattern',
  computation: 'a computation',
  handler: 'a handler',
  render: 'drawing of the view',
  rejection: 'a promise that was rejected',
};

/** `computed displayName`, `handler increment after increment event`. */
export function duringText(failure: Failure, fact: CallFact | undefined): string | undefined {
  const event = failure.stream === null ? '' : ` after ${failure.stream} event`;
  if (fact === undefined) {
    const words = phaseWords[failure.phase];
    return words && words + event;
  }
  const which = fact.name ?? `in line ${fact.position.line}`;
  const start = failure.phase === 'instantiate' ? 'start of ' : '';
  const subject = `${start}${fact.builder} ${which}`;
  const promise = failure.phase === 'rejection' ? ', in a promise' : '';
  return subject + event + promise;
}
