/**
 * A run before the run: the engine compiles a function when it is called for the first time, which
 * is most of what a small pattern would wait for. A pattern of our own goes the same way first, in a
 * realm of its own that is dropped afterwards, while nobody waits.
 */
import type { WireRecord } from '../protocol/wire.ts';
import { makeSession } from './session.ts';
import type { SessionParts } from './session.ts';

const LIMITS = { turnMs: null, outputBytes: 0, resultBytes: 100_000, resultDepth: 20 };

/** Opens a module's default pattern with a `title`, sends an event to `add` and reads the result. */
export function warmUp(pattern: WireRecord, parts: SessionParts): void {
  const session = makeSession(
    {
      type: 'open',
      id: 0,
      entry: pattern.path,
      exportName: 'default',
      records: [pattern],
      argument: { title: 'a' },
      limits: LIMITS,
      trace: false,
    },
    parts,
  );
  session.open();
  const answer = session.send({ type: 'send', id: 1, stream: 'add', event: {}, turnMs: null });
  JSON.stringify(answer);
}
